/** The relay's PostgreSQL as whoever waits for an answer may use it: never so much of it that gaps and letters wait. */
@NullMarked
package com.iterate.relay.database;

import org.jspecify.annotations.NullMarked;
