/** What the relay tells about itself, with the field's names. */
@NullMarked
package com.iterate.relay.metrics;

import org.jspecify.annotations.NullMarked;
