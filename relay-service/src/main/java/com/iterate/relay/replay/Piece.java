package com.iterate.relay.replay;

/**
 * One thing that a letter still owes to Braze.
 *
 * @param as {@code attribute} or {@code event}
 */
record Piece(String questionId, String as) {}
