package com.iterate.relay.braze;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The {@code errors} of a reply: which of the sent objects they name, and what is left over.
 *
 * @param named   reasons by the caller's position
 * @param unnamed reasons that cannot be laid at any sent object's door
 */
record BrazeErrors(Map<Integer, List<String>> named, List<String> unnamed) {

    /** Documented is an array of objects; live replies have been seen with bare strings in it. Nothing else is trusted. */
    static BrazeErrors in(JsonNode reply, Sent sent) {
        BrazeErrors errors = new BrazeErrors(new TreeMap<>(), new ArrayList<>());
        JsonNode entries = reply.path("errors");
        if (entries.isArray()) {
            entries.forEach(entry -> errors.add(entry, sent));
        } else if (!entries.isMissingNode() && !entries.isNull()) {
            errors.add(entries, sent);
        }
        return errors;
    }

    private void add(JsonNode entry, Sent sent) {
        String reason = reason(entry);
        Optional<List<String>> door = index(entry.path("index"))
                .flatMap(index -> sent.position(entry.path("input_array").asText(""), index))
                .map(position -> named.computeIfAbsent(position, first -> new ArrayList<>(1)));
        List<String> reasons = door.orElse(unnamed);
        if (!reasons.contains(reason)) {
            reasons.add(reason);
        }
    }

    private static Optional<Integer> index(JsonNode index) {
        if (index.isTextual() && index.textValue().matches("\\d{1,6}")) {
            return Optional.of(Integer.parseInt(index.textValue()));
        }
        return index.isIntegralNumber() && index.canConvertToInt() ? Optional.of(index.intValue()) : Optional.empty();
    }

    private static String reason(JsonNode entry) {
        if (entry.isTextual()) {
            return entry.textValue();
        }
        return List.of("type", "message", "error").stream()
                .map(entry::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .findFirst()
                .orElse("an error without a text");
    }
}
