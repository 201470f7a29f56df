package com.iterate.relay.guard;

import com.iterate.relay.lanes.Age;
import java.util.Map;

/**
 * What is remembered of a guarded person.
 *
 * @param partition in which their answers lie
 * @param sent      the newest that was sent, by the attribute's name on the profile
 */
public record GuardRow(PersonKey person, int partition, String company, Map<String, Age> sent) {

    public GuardRow {
        sent = Map.copyOf(sent);
    }
}
