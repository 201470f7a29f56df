package com.iterate.sandbox.braze;

/** The three arrays of a request, in the order in which Braze begins to process them. */
enum TrackKind {
    ATTRIBUTES("attributes"),
    EVENTS("events"),
    PURCHASES("purchases");

    private final String field;

    TrackKind(String field) {
        this.field = field;
    }

    String field() {
        return field;
    }

    String counter() {
        return field + "_processed";
    }
}
