/**
 * The newest answers that were sent to people of whom a dead letter is open, so that a replay of it, or a record that somebody puts
 * back by hand, never writes an older answer over a newer one.
 */
@NullMarked
package com.iterate.relay.guard;

import org.jspecify.annotations.NullMarked;
