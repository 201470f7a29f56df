package com.iterate.relay.lanes;

import com.iterate.contracts.AnswerValue;
import com.iterate.contracts.Respondent;
import com.iterate.relay.braze.Outcome;
import com.iterate.relay.braze.Platform;
import com.iterate.relay.braze.Reply;
import com.iterate.relay.braze.TrackObject;
import com.iterate.relay.credentials.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;

/** Braze as its documentation describes it: queued means applied somewhat later, and two requests in any order. */
public final class ModelBraze implements Platform {

    /** What a request with these objects ends in. */
    interface Behaviour {
        Reply to(List<TrackObject> objects);
    }

    record Write(Instant at, Respondent respondent, String attribute, AnswerValue value) {}

    private final VirtualTime time;
    private final Deque<Behaviour> script = new ArrayDeque<>();
    private final Map<Respondent, Map<String, AnswerValue>> profiles = new HashMap<>();
    private final List<List<TrackObject>> requests = new ArrayList<>();
    private final List<Instant> sentAt = new ArrayList<>();
    private final List<Write> writes = new ArrayList<>();
    private final List<TrackObject.Event> events = new ArrayList<>();
    private Predicate<TrackObject> bad = object -> false;
    private Function<Integer, Duration> applyingTakes = request -> Duration.ZERO;
    private Duration latency = Duration.ofMillis(50);

    ModelBraze(VirtualTime time) {
        this.time = time;
    }

    void nextRequest(Behaviour behaviour) {
        script.add(behaviour);
    }

    void refuses(Predicate<TrackObject> objects) {
        bad = objects;
    }

    /** Less than the settle time, and different from request to request. */
    void appliesAfter(Function<Integer, Duration> delay) {
        applyingTakes = delay;
    }

    List<List<TrackObject>> requests() {
        return requests;
    }

    /** When each of the requests came. */
    List<Instant> sentAt() {
        return sentAt;
    }

    void answersAfter(Duration time) {
        latency = time;
    }

    List<Write> writes() {
        return writes;
    }

    List<TrackObject.Event> events() {
        return events;
    }

    Map<String, AnswerValue> profile(String brazeId) {
        return profiles.getOrDefault(new Respondent.Braze(brazeId), Map.of());
    }

    /** Takes what it can and says so. */
    Reply take(List<TrackObject> objects) {
        List<Outcome> outcomes = new ArrayList<>();
        for (TrackObject object : objects) {
            if (bad.test(object)) {
                outcomes.add(new Outcome.Rejected(201, "not valid"));
            } else {
                apply(object);
                outcomes.add(new Outcome.Accepted());
            }
        }
        return new Reply.Answered(outcomes);
    }

    @Override
    public CompletionStage<Reply> track(Connection connection, List<TrackObject> objects) {
        requests.add(objects);
        sentAt.add(time.now());
        Behaviour behaviour = script.isEmpty() ? this::take : script.remove();
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        Reply ending = behaviour.to(objects);
        time.after(latency, () -> reply.complete(ending));
        return reply;
    }

    private void apply(TrackObject object) {
        if (object instanceof TrackObject.Attributes attributes) {
            time.after(
                    applyingTakes.apply(requests.size()),
                    () -> attributes.values().forEach((name, value) -> {
                        writes.add(new Write(time.now(), attributes.respondent(), name, value));
                        profiles.computeIfAbsent(attributes.respondent(), id -> new HashMap<>())
                                .put(name, value);
                    }));
        } else if (object instanceof TrackObject.Event event) {
            events.add(event);
        }
    }
}
