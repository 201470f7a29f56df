package com.iterate.relay.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The content of a letter, as it is on the wire.
 *
 * @param person by which id; hidden unless revealed
 */
record EventView(
        String survey,
        String surveyId,
        String version,
        String responseId,
        String person,
        String submittedAt,
        List<AnswerView> answers) {

    /** @param value of several choices all, in their order; hidden unless revealed */
    record AnswerView(String questionId, String prompt, String attribute, String type, String value) {}

    static EventView of(JsonNode event) {
        List<AnswerView> answers = new ArrayList<>();
        for (JsonNode answer : event.path("answers")) {
            String prompt = answer.path("prompt").asText();
            answers.add(new AnswerView(
                    answer.path("questionId").asText(),
                    prompt,
                    answer.path("attribute").asText(prompt),
                    answer.path("type").asText(),
                    value(answer.path("value"))));
        }
        return new EventView(
                event.path("surveyName").asText(),
                event.path("surveyId").asText(),
                event.path("surveyVersion").asText(),
                event.path("responseId").asText(),
                person(event.path("respondent")),
                event.path("submittedAt").asText(),
                List.copyOf(answers));
    }

    private static String value(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "taken back";
        }
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(", "))
                : value.asText();
    }

    private static String person(JsonNode respondent) {
        if (respondent.hasNonNull("brazeId")) {
            return "braze_id " + respondent.get("brazeId").asText();
        }
        return respondent.hasNonNull("externalId")
                ? "external_id " + respondent.get("externalId").asText()
                : "nobody known";
    }
}
