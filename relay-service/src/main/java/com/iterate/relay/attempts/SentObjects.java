package com.iterate.relay.attempts;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.iterate.contracts.Answer;
import com.iterate.contracts.Respondent;
import com.iterate.contracts.ResponseSubmitted;
import com.iterate.relay.braze.TrackObject;
import com.iterate.relay.braze.TrackRequest;
import com.iterate.relay.deadletters.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The objects that Braze got for what it did not take, made again from the event by what made the requests. Braze has the last
 * word on an answer that was sent in an object of its own, so that no other answer is in it.
 */
public final class SentObjects {

    /** A response of a hundred questions does not fill the page. */
    private static final int MOST = 20;

    /** Of a list of choices. With texts of 255 characters at most an object stays at a few kilobytes. */
    private static final int LONGEST_LIST = 5;

    /** Numbers to the last digit, as they were sent. */
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

    private SentObjects() {}

    /** @param undelivered as in the column of that name; what Braze was never asked for is left out */
    public static List<SentObject> of(ResponseSubmitted event, JsonNode undelivered) {
        List<SentObject> sent = new ArrayList<>();
        if (event.respondent() instanceof Respondent.Anonymous) {
            return List.of();
        }
        for (JsonNode each : undelivered) {
            String as = each.path("as").asText("");
            boolean asked = !each.path("reason").asText("").equals(Reason.INVALID_ATTRIBUTE.name());
            Optional<Answer> answer = event.answers().stream()
                    .filter(one ->
                            one.questionId().equals(each.path("questionId").asText("")))
                    .findFirst();
            if (asked && answer.isPresent() && sent.size() < MOST) {
                sent.add(new SentObject(answer.get().questionId(), as, json(object(event, answer.get(), as))));
            }
        }
        return List.copyOf(sent);
    }

    private static TrackObject object(ResponseSubmitted event, Answer answer, String as) {
        return as.equals("event")
                ? new TrackObject.Event(event.respondent(), event, answer)
                : new TrackObject.Attributes(event.respondent(), Map.of(answer.attributeName(), answer.value()));
    }

    private static JsonNode json(TrackObject object) {
        try {
            JsonNode written = JSON.readTree(TrackRequest.written(object));
            written.forEach(SentObjects::shorten);
            written.path("properties").forEach(SentObjects::shorten);
            return written;
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    private static void shorten(JsonNode value) {
        if (value instanceof ArrayNode list && list.size() > LONGEST_LIST) {
            while (list.size() > LONGEST_LIST) {
                list.remove(LONGEST_LIST);
            }
            list.add("…");
        }
    }
}
