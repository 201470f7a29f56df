package com.iterate.sandbox.journeys;

import com.iterate.backing.Server;
import java.util.Map;
import java.util.stream.Stream;

/** A service that can be away for a while: a process or a container. */
interface Part extends Server {

    String name();

    /** With settings that hold until it is started in this way again. */
    void start(Map<String, String> besides);

    /** SIGKILL. */
    void kill() throws InterruptedException;

    void awaitReady() throws InterruptedException;

    /** Line by line, what it has said so far. */
    Stream<String> log();
}
