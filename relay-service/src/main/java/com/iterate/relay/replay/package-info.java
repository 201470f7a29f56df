/**
 * Jobs that put chosen dead letters back into their company's lane: slowly, live answers first, at most once each, and never an older
 * answer over a newer one.
 */
@NullMarked
package com.iterate.relay.replay;

import org.jspecify.annotations.NullMarked;
