package com.iterate.sandbox.journeys;

/** The relay as the one who runs it sees it. */
final class Relay {

    private final Journey journey;

    Relay(Journey journey) {
        this.journey = journey;
    }

    /** SIGKILL, and a start as an orchestrator would give it. */
    void isKilledAndStartedAgain() throws InterruptedException {
        var service = journey.system.services().relay();
        service.kill();
        service.start();
        service.awaitReady();
    }
}
