package com.iterate.relay.letters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.iterate.relay.letters.LetterFilter.Person;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is shown of a person and of an answer to those who have no business with either. */
final class Masking {

    static final String HIDDEN = "•••";

    /** Ours and the contract's: they tell about the event. What else a publisher sends along may tell about a person. */
    private static final Pattern HARMLESS =
            Pattern.compile("(relay|dead-letter)-[a-z-]+|ce_(id|type|specversion|time|source|subject)|content-type");

    private Masking() {}

    static Person person(Person person) {
        return new Person(
                person.brazeId().map(id -> HIDDEN), person.externalId().map(id -> HIDDEN));
    }

    /** An event as it is on the wire. What was asked stays, who answered and what goes. */
    static JsonNode event(JsonNode event) {
        ObjectNode masked = event.deepCopy();
        if (masked.get("respondent") instanceof ObjectNode respondent) {
            respondent.fieldNames().forEachRemaining(kind -> respondent.put(kind, HIDDEN));
        }
        masked.path("answers").forEach(answer -> {
            for (String field : new String[] {"value", "label"}) {
                if (answer instanceof ObjectNode said && said.hasNonNull(field)) {
                    said.put(field, HIDDEN);
                }
            }
        });
        return masked;
    }

    /** As in the column {@code headers}. */
    static JsonNode headers(JsonNode headers) {
        JsonNode masked = headers.deepCopy();
        masked.forEach(each -> {
            if (each instanceof ObjectNode header && !isHarmless(header)) {
                header.remove("base64");
                header.put("value", HIDDEN);
            }
        });
        return masked;
    }

    private static boolean isHarmless(ObjectNode header) {
        return Optional.ofNullable(header.get("name"))
                .map(JsonNode::asText)
                .filter(name -> HARMLESS.matcher(name).matches())
                .isPresent();
    }
}
