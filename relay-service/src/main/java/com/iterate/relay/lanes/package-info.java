/**
 * One lane a company: order per person, batches, fairness, waiting. Plain Java on one event loop, so no locks; time is passed
 * in, so tests run hours in milliseconds.
 */
@NullMarked
package com.iterate.relay.lanes;

import org.jspecify.annotations.NullMarked;
