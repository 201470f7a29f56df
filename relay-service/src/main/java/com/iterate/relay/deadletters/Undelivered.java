package com.iterate.relay.deadletters;

/**
 * One thing of a record that did not reach Braze.
 *
 * @param questionId whose answer
 * @param as         {@code attribute} or {@code event}: what a replay has to send
 * @param status     Braze's HTTP status, 0 if it was never asked
 * @param response   Braze's own words, masked; empty if it was never asked
 */
public record Undelivered(String questionId, String as, Reason reason, int status, String response) {}
