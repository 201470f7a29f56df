package com.iterate.relay.lanes;

/** What becomes of one answer in one of the forms in which Braze gets it. */
public enum Fate {
    /** Nobody asked for it in this form. */
    NOT_WANTED,
    OPEN,
    /** Braze said so. */
    DELIVERED,
    /** A newer answer to the same attribute was sent with it, or before. */
    COVERED,
    /** From before the company switched workspaces and chose not to take along what waited. */
    DISCARDED,
    /** Undeliverable: in the dead letter. */
    FAILED,
    /** Its person was erased. */
    ERASED
}
