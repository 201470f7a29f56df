package com.iterate.relay.deadletters;

/** Why an answer cannot be delivered. Each is bad in itself: an outage waits and never lands here. */
public enum Reason {
    /** The bytes are not a {@code ResponseSubmitted}. */
    UNREADABLE,
    /** The key does not belong to the content, or the record lies in another partition than its key says. */
    WRONG_KEY,
    /** settings-service knows no such company. */
    UNKNOWN_COMPANY,
    /** The attribute's name would overwrite a profile field, or Braze would cut it. */
    INVALID_ATTRIBUTE,
    /** Braze refused this answer, alone in its request. */
    REJECTED,
    /** Braze kept failing on this answer while others of its company passed. */
    BRAZE_ERROR,
    /** Waited so long that Kafka is about to delete it. */
    EXPIRED,
    /** The same, while its company was skipped in the log because it could not be served. */
    EXPIRED_IN_GAP
}
