package com.iterate.relay.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.iterate.relay.attempts.Attempt;
import com.iterate.relay.attempts.Attempt.What;
import com.iterate.relay.delivery.LetterView.Step;
import com.iterate.relay.letters.State;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A change of a letter's state, as the history keeps it, in words. */
final class Steps {

    private Steps() {}

    /** @param requests that carried the letter before it was one */
    static Step of(Attempt attempt, int requests) {
        String carried = attempt.what() == What.LAST_FAILURE ? requests + " requests to Braze carried it" : "";
        return new Step(
                Moment.of(attempt.at()),
                what(attempt.what()),
                "",
                said(failure(attempt), carried, attempt.response().orElse("")));
    }

    /** @param attempts among which are the replays that a change may speak of */
    static Step of(JsonNode change, List<Attempt> attempts) {
        Instant at = at(change);
        Optional<Attempt> replay = attempts.stream()
                .filter(attempt -> attempt.replay().isPresent() && attempt.at().equals(at))
                .findFirst();
        return new Step(
                Moment.of(at),
                replay.map(Attempt::what)
                        .map(Steps::what)
                        .orElseGet(() -> what(change.path("state").asText())),
                change.path("by").asText(""),
                said(
                        replay.map(Steps::failure).orElse(""),
                        change.path("note").asText(""),
                        replay.map(Steps::names).orElse(""),
                        change.path("response").asText("")));
    }

    private static String what(What what) {
        return switch (what) {
            case FIRST_FAILURE -> "Failed for the first time";
            case FAILURE -> "Failed";
            case LAST_FAILURE -> "Failed for the last time";
            case NEVER_SENT -> "Given up before it was sent";
            case REPLAY_FAILED -> "A replay failed";
            case REPLAY_DELIVERED -> "Delivered";
        };
    }

    private static String failure(Attempt attempt) {
        return attempt.reason()
                .map(reason ->
                        Reasons.of(reason).title() + answer(attempt.status().orElse(0)))
                .orElseGet(() -> CauseRow.answer(attempt.status().orElse(0)));
    }

    private static String names(Attempt attempt) {
        return attempt.names().entrySet().stream()
                .map(name -> name.getKey() + " sent as " + name.getValue())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String said(String... texts) {
        return Stream.of(texts).filter(text -> !text.isEmpty()).distinct().collect(Collectors.joining(" · "));
    }

    /** With Postgres's offset, such as {@code +00:00}. */
    private static Instant at(JsonNode change) {
        return OffsetDateTime.parse(change.path("at").asText()).toInstant();
    }

    private static String answer(int status) {
        return status == 0 ? "" : ", " + CauseRow.answer(status);
    }

    private static String what(String state) {
        return Stream.of(State.values())
                .filter(known -> known.name().equals(state))
                .findFirst()
                .map(known -> known == State.OPEN ? "Open again" : States.name(known))
                .orElse(state);
    }
}
