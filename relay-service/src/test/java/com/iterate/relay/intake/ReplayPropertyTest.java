package com.iterate.relay.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ReplayPropertyTest {

    /** What happens by its number: {@link Simulation} knows what they mean. jqwik finds the shortest story that goes wrong. */
    @Property(tries = 300, seed = "2026")
    void for_any_order_of_answers_failures_and_replays_the_profile_ends_with_the_newest_answer_to_each_attribute(
            @ForAll long seed,
            @ForAll @Size(max = 100) List<@IntRange(max = Simulation.HAPPENINGS - 1) Integer> order) {
        Simulation simulation = new Simulation(seed);
        assertThat(simulation.run(order)).as(simulation::history).isEmpty();
    }
}
