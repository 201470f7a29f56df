package com.iterate.survey.relay;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of answers, by where they lie in the topic. */
@Singleton
public class Deliveries {

    record Question(String company, List<Position> positions) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(List<Told> deliveries) {}

    private final RelayCall relay;
    private final RelayConfig config;

    Deliveries(RelayCall relay, RelayConfig config) {
        this.relay = relay;
        this.config = config;
    }

    /** Blocks for a few seconds at most. What the relay does not say is not in it. */
    public Map<Position, Told> of(String company, Collection<Position> positions) {
        List<Position> all = positions.stream().distinct().toList();
        Map<Position, Told> told = new HashMap<>();
        for (int from = 0; from < all.size(); from += config.positionsAtOnce()) {
            List<Position> some = all.subList(from, Math.min(all.size(), from + config.positionsAtOnce()));
            Optional<Answer> answer =
                    relay.post("/api/deliveries", new Question(company, some), Answer.class, config.timeOut());
            if (answer.isEmpty()) {
                // Whoever waits for a page should not wait once more.
                return told;
            }
            answer.get().deliveries().forEach(each -> told.put(each.position(), each));
        }
        return told;
    }
}
