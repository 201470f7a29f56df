package com.iterate.benchmarks.scenarios;

import io.vertx.core.json.JsonObject;

/** One claim, measured. */
public interface Scenario {

    /** Also of its file of results. */
    String name();

    /** Says on the console what it sees, and returns all of it. */
    JsonObject run() throws InterruptedException;
}
