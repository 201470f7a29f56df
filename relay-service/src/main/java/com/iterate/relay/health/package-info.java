/** Whether a restart would help. A company that cannot be served, Braze or Kafka being away: no restart cures these. */
@NullMarked
package com.iterate.relay.health;

import org.jspecify.annotations.NullMarked;
