package com.iterate.sandbox.journeys;

import com.iterate.sandbox.client.Answer;
import com.iterate.sandbox.client.Api;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody new answers again and again, until this is closed. */
final class AnswersMeanwhile implements AutoCloseable {

    /** So many requests may be under way when something stops. */
    private static final int AT_ONCE = 4;

    /** With as many at once, 8 a second: an address may send 10. */
    private static final long EVERY_MILLIS = 500;

    private final SurveyOf survey;
    private final Api anybody;
    private final ScheduledExecutorService clicks = Executors.newScheduledThreadPool(AT_ONCE);
    private final AtomicInteger people = new AtomicInteger();
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> toldToWait = new ConcurrentLinkedQueue<>();
    private final Queue<String> troubles = new ConcurrentLinkedQueue<>();

    private AnswersMeanwhile(SurveyOf survey) {
        this.survey = survey;
        this.anybody = Api.at(survey.journey().system.publicUrl());
    }

    static AnswersMeanwhile to(SurveyOf survey) {
        AnswersMeanwhile answers = new AnswersMeanwhile(survey);
        for (int n = 0; n < AT_ONCE; n++) {
            answers.clicks.scheduleAtFixedRate(answers::answer, n, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
        return answers;
    }

    static int scoreOf(String person) {
        return Math.floorMod(person.hashCode(), 11);
    }

    /** Whose answers the system has promised to deliver. */
    List<String> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** Who got 503 and when to try again. */
    List<String> toldToWait() {
        return List.copyOf(toldToWait);
    }

    /** Everything else. */
    List<String> troubles() {
        return List.copyOf(troubles);
    }

    /** Returns when no request is under way. */
    @Override
    public void close() throws InterruptedException {
        clicks.shutdown();
        if (!clicks.awaitTermination(30, TimeUnit.SECONDS)) {
            troubles.add("a request did not end");
        }
    }

    private void answer() {
        String person = "person" + people.incrementAndGet();
        try {
            Answer answer = anybody.post("/api/surveys/" + survey.id() + "/responses", body(person));
            if (answer.status() == 202) {
                acknowledged.add(person);
            } else if (answer.status() == 503 && answer.header("Retry-After").isPresent()) {
                toldToWait.add(person);
            } else {
                troubles.add(person + ": HTTP " + answer.status() + " " + answer.body());
            }
        } catch (UncheckedIOException broken) {
            troubles.add(person + ": " + broken.getCause());
        }
    }

    private JsonObject body(String person) {
        JsonObject answer = new JsonObject().put("questionId", "score").put("value", scoreOf(person));
        return new JsonObject()
                .put("respondent", Journey.json("brazeId", survey.journey().unique(person)))
                .put("answers", new JsonArray().add(answer));
    }
}
