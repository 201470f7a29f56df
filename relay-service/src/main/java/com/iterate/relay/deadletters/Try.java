package com.iterate.relay.deadletters;

import java.time.Instant;

/**
 * A request that carried a record to Braze, or should have, and did not end well.
 *
 * @param status   Braze's HTTP status, 0 if it did not answer
 * @param response Braze's own words or what went wrong, masked
 */
public record Try(Instant at, int status, String response) {}
