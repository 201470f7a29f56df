package com.iterate.sandbox.journeys;

import java.util.Map;

/** The relay as the one who runs it sees it. */
final class Relay {

    private final Journey journey;

    Relay(Journey journey) {
        this.journey = journey;
    }

    /** In peace; what it had in memory is gone. */
    void isRestarted() throws InterruptedException {
        isRestartedWith(Map.of());
    }

    /** The same, with settings that hold until it is started again. */
    void isRestartedWith(Map<String, String> environment) throws InterruptedException {
        Part service = journey.system.relay();
        service.stop();
        service.start(environment);
        service.awaitReady();
    }

    /** A second one joins and takes its share of the partitions. */
    void getsHelp() throws InterruptedException {
        journey.system.secondRelay().start();
        journey.system.secondRelay().awaitReady();
    }

    /** SIGKILL: its partitions go to the other when the group misses it. */
    void isKilled() throws InterruptedException {
        journey.system.relay().kill();
    }

    /** In peace, to be started again later. */
    void isStopped() {
        journey.system.relay().stop();
    }

    void isStartedAgain() throws InterruptedException {
        journey.system.relay().start();
        journey.system.relay().awaitReady();
    }

    /** As a deployment does it: in peace. */
    void isAloneAgain() {
        journey.system.secondRelay().stop();
    }

    /** SIGKILL, and a start as an orchestrator would give it. */
    void isKilledAndStartedAgain() throws InterruptedException {
        Part service = journey.system.relay();
        service.kill();
        service.start();
        service.awaitReady();
    }
}
