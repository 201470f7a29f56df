package com.iterate.relay.intake;

import com.iterate.contracts.AnswerValue;
import com.iterate.contracts.Respondent;
import com.iterate.relay.braze.Outcome;
import com.iterate.relay.braze.Reply;
import com.iterate.relay.braze.TrackObject;
import com.iterate.relay.credentials.Connection;
import com.iterate.relay.lanes.Loop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Braze as badly as it may behave: what it takes is applied up to the settle time later and in any order, and what seems to
 * have failed may have been taken. Every answer's value is its number, so an older one over a newer one shows.
 */
final class SimulatedBraze {

    /** How it treats a company at present. */
    enum Mood {
        WELL,
        BUSY,
        FAILING,
        SILENT,
        LIMITING,
        WRONG_KEY
    }

    record Attribute(String company, Respondent respondent, String name) {}

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Loop world;
    private final Random random;
    private final Set<Integer> bad;
    private final Map<String, Mood> moods = new HashMap<>();
    private final Map<Attribute, Integer> profiles = new HashMap<>();
    private final Map<Attribute, Integer> accepted = new HashMap<>();
    private final Map<Attribute, Integer> inFlight = new HashMap<>();
    private final List<String> violations;

    /** @param bad numbers of answers that it refuses */
    SimulatedBraze(Loop world, Random random, Set<Integer> bad, List<String> violations) {
        this.world = world;
        this.random = random;
        this.bad = bad;
        this.violations = violations;
    }

    void feels(String company, Mood mood) {
        moods.put(company, mood);
    }

    Map<Attribute, Integer> profiles() {
        return profiles;
    }

    /** Of this attribute Braze said that it took an answer as new as this. */
    boolean hasAccepted(Attribute attribute, int number) {
        return accepted.getOrDefault(attribute, -1) >= number;
    }

    /** @param relay whose requests end with it */
    CompletionStage<Reply> track(SimulatedRelay relay, Connection connection, List<TrackObject> objects) {
        String company = connection.companyId();
        Map<Attribute, Integer> writes = writes(company, objects);
        begin(writes);
        relay.notes("sends " + writes);
        relay.whenItDies(writes, () -> end(writes));
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        Mood mood = moods.getOrDefault(company, Mood.WELL);
        boolean taken = mood == Mood.WELL || (mood != Mood.LIMITING && mood != Mood.WRONG_KEY && random.nextBoolean());
        Duration latency =
                mood == Mood.SILENT ? TIMEOUT : Duration.ofMillis(20 + random.nextInt(mood == Mood.BUSY ? 9000 : 200));
        List<Outcome> outcomes = taken ? take(company, objects, latency) : List.of();
        relay.loop().after(latency, () -> {
            relay.hasEnded(writes);
            relay.notes("hears " + mood + (taken ? " (taken) of " : " (not taken) of ") + writes);
            end(writes);
            reply.complete(
                    switch (mood) {
                        case WELL, BUSY ->
                            outcomes.isEmpty()
                                    ? new Reply.Failed(503, "busy", Reply.Reached.MAYBE)
                                    : new Reply.Answered(outcomes);
                        case FAILING -> new Reply.Failed(500, "failing", Reply.Reached.MAYBE);
                        case SILENT -> new Reply.Failed(0, "no answer", Reply.Reached.MAYBE);
                        case LIMITING -> new Reply.RateLimited(Duration.ofSeconds(1 + random.nextInt(40)));
                        case WRONG_KEY -> new Reply.Misconfigured(401, "wrong key");
                    });
        });
        return reply;
    }

    private List<Outcome> take(String company, List<TrackObject> objects, Duration latency) {
        List<Outcome> outcomes = new ArrayList<>();
        for (TrackObject object : objects) {
            Map<Attribute, Integer> writes = writes(company, List.of(object));
            if (writes.values().stream().anyMatch(bad::contains)) {
                outcomes.add(new Outcome.Rejected(201, "invalid"));
            } else {
                outcomes.add(new Outcome.Accepted());
                // Not later than the settle time after the end of the request, which is all that a relay can rely on.
                world.after(
                        latency,
                        () -> writes.forEach((attribute, number) -> accepted.merge(attribute, number, Math::max)));
                world.after(
                        Duration.ofMillis(random.nextInt((int) latency.toMillis() + 2900)),
                        () -> writes.forEach(this::apply));
            }
        }
        return outcomes;
    }

    private void apply(Attribute attribute, int number) {
        int before = profiles.getOrDefault(attribute, -1);
        if (number < before) {
            violations.add("stale write: " + attribute + " goes from " + before + " back to " + number);
        }
        profiles.put(attribute, number);
    }

    private void begin(Map<Attribute, Integer> writes) {
        writes.keySet().forEach(attribute -> {
            if (inFlight.merge(attribute, 1, Integer::sum) > 1) {
                violations.add("two requests at once write " + attribute);
            }
        });
    }

    private void end(Map<Attribute, Integer> writes) {
        writes.keySet().forEach(attribute -> inFlight.merge(attribute, -1, Integer::sum));
    }

    private static Map<Attribute, Integer> writes(String company, List<TrackObject> objects) {
        Map<Attribute, Integer> writes = new HashMap<>();
        for (TrackObject object : objects) {
            ((TrackObject.Attributes) object)
                    .values()
                    .forEach((name, value) -> writes.put(
                            new Attribute(company, object.respondent(), name),
                            ((AnswerValue.Number) value).value().intValueExact()));
        }
        return writes;
    }

    /** All well from now on. */
    void recovers() {
        new HashSet<>(moods.keySet()).forEach(company -> moods.put(company, Mood.WELL));
    }
}
