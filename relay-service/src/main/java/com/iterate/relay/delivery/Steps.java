package com.iterate.relay.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.iterate.relay.delivery.LetterView.Step;
import com.iterate.relay.letters.State;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A change of a letter's state, as the history keeps it, in words. */
final class Steps {

    private Steps() {}

    static Step of(JsonNode change) {
        String reason = change.path("reason").asText("");
        String failed = reason.isEmpty()
                ? ""
                : Reasons.of(reason).title() + answer(change.path("status").asInt());
        String said = Stream.of(
                        failed,
                        change.path("note").asText(""),
                        change.path("response").asText(""))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
        return new Step(
                Moment.of(at(change)),
                reason.isEmpty() ? what(change.path("state").asText()) : "A replay failed",
                change.path("by").asText(""),
                said);
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
