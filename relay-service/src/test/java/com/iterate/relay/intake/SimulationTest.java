package com.iterate.relay.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Whatever happens to relays, Kafka, the database, Braze and the settings: nothing is lost, no commit passes unfinished work,
 * nobody is in two requests at once, and no older answer is ever written over a newer one.
 *
 * <p>A failing seed is printed with what happened; {@code -Dsimulation.from=SEED -Dsimulation.count=1} replays it, other ranges
 * look for new ones.
 */
class SimulationTest {

    private static final long FROM = Long.getLong("simulation.from", 0);
    private static final long COUNT = Long.getLong("simulation.count", 1000);

    @Test
    void no_schedule_of_failures_loses_an_answer_or_writes_an_older_one_over_a_newer_one() {
        for (long seed = FROM; seed < FROM + COUNT; seed++) {
            Simulation simulation = new Simulation(seed);
            String when = "seed " + seed;
            assertThat(simulation.run())
                    .as(() -> when + "\n" + simulation.history())
                    .isEmpty();
        }
    }
}
