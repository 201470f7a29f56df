package com.iterate.relay;

import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the relay, or says in one sentence what it lacks. */
@QuarkusMain
public final class RelayService {

    RelayService() {}

    public static void main(String... arguments) {
        RelayStart.CHECK.thenRun(arguments);
    }
}
