package com.iterate.sandbox.journeys;

/** The relay as the one who runs it sees it. */
final class Relay {

    private final Journey journey;

    Relay(Journey journey) {
        this.journey = journey;
    }

    /** In peace; what it had in memory is gone. */
    void isRestarted() throws InterruptedException {
        var service = journey.system.services().relay();
        service.stop();
        service.start();
        service.awaitReady();
    }

    /** A second one joins and takes its share of the partitions. */
    void getsHelp() throws InterruptedException {
        journey.system.services().secondRelay().start();
        journey.system.services().secondRelay().awaitReady();
    }

    /** SIGKILL: its partitions go to the other when the group misses it. */
    void isKilled() throws InterruptedException {
        journey.system.services().relay().kill();
    }

    void isStartedAgain() throws InterruptedException {
        journey.system.services().relay().start();
        journey.system.services().relay().awaitReady();
    }

    /** As a deployment does it: in peace. */
    void isAloneAgain() {
        journey.system.services().secondRelay().stop();
    }

    /** SIGKILL, and a start as an orchestrator would give it. */
    void isKilledAndStartedAgain() throws InterruptedException {
        var service = journey.system.services().relay();
        service.kill();
        service.start();
        service.awaitReady();
    }
}
