package com.iterate.settings.outgoing;

/** How an outgoing call ended. */
public sealed interface Reply {

    /** @param body as far as it was read */
    record Answered(int status, String body) implements Reply {}

    /** Nobody answered, or not to the end. */
    record Failed(Failure failure) implements Reply {}

    /** Why nobody answered. */
    enum Failure {
        NO_SUCH_HOST,
        REFUSED,
        TIMED_OUT,
        TLS,
        BROKEN_OFF
    }
}
