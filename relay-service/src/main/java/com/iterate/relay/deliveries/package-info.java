/**
 * What became of every answer. Being accepted takes no row: of what lies before a partition's mark, in no open gap, only the
 * exceptions are noted, each before its offset counts as done.
 */
@NullMarked
package com.iterate.relay.deliveries;

import org.jspecify.annotations.NullMarked;
