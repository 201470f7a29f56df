package com.iterate.relay.attempts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An object of a request to Braze that did not do what it should.
 *
 * @param as     {@code attribute} or {@code event}
 * @param object as Braze gets it
 */
public record SentObject(String questionId, String as, JsonNode object) {

    private static final String HIDDEN = "•••";

    private static final Set<String> HARMLESS = Set.of(
            "_update_existing_only",
            "name",
            "time",
            "question",
            "label",
            "survey_id",
            "survey_name",
            "survey_version",
            "question_id",
            "question_type",
            "response_id",
            "answered_at");

    /** Without whose it is and what was answered. */
    public SentObject masked() {
        ObjectNode hidden = object.deepCopy();
        if (as.equals("event")) {
            hide(hidden);
            if (hidden.get("properties") instanceof ObjectNode properties) {
                hide(properties);
            }
        } else {
            names(hidden).stream()
                    .filter(name -> !name.equals("_update_existing_only"))
                    .forEach(name -> hide(hidden, name));
        }
        return new SentObject(questionId, as, hidden);
    }

    private static void hide(ObjectNode object) {
        names(object).stream()
                .filter(name -> !HARMLESS.contains(name) && !name.equals("properties"))
                .forEach(name -> hide(object, name));
    }

    /** That an answer was taken back is no answer. */
    private static void hide(ObjectNode object, String name) {
        if (object.hasNonNull(name)) {
            object.put(name, HIDDEN);
        }
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
