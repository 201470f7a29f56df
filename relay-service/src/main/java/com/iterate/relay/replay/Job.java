package com.iterate.relay.replay;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Chosen letters on their way once more.
 *
 * @param company       whose members may see it; an empty text: the operators alone
 * @param ratePerSecond letters, of all relays together
 * @param rename        new names of attributes, by the old ones
 * @param startedBy     an e-mail address, or {@code system}
 * @param startedAs     the role
 */
record Job(
        long id,
        Phase phase,
        boolean paused,
        String company,
        double ratePerSecond,
        Canary canary,
        Map<String, String> rename,
        Instant startedAt,
        String startedBy,
        String startedAs,
        Optional<Instant> endedAt) {

    Job {
        rename = Map.copyOf(rename);
    }

    Optional<String> ofCompany() {
        return Optional.of(company).filter(id -> !id.isEmpty());
    }
}
