package com.iterate.relay.braze;

/** How Braze answered for one object. */
public sealed interface Outcome {

    /** Braze queued it: 2xx, {@code message} is {@code success} or {@code queued}, and no error names it. */
    record Accepted() implements Outcome {}

    /** Braze refuses this object for good; a repeat would be refused again. {@code reason} is Braze's text, masked. */
    record Rejected(int status, String reason) implements Outcome {}

    /** Braze's answer does not say what became of it: never a success, to be sent again. */
    record Unclear(String why) implements Outcome {}
}
