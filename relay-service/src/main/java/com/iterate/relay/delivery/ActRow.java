package com.iterate.relay.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.iterate.relay.audit.AuditTrail.Act;
import com.iterate.relay.letters.LetterId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * One act as a line of the audit.
 *
 * @param link  to what it was done with; empty text if there is no page for that
 * @param facts as they were recorded
 */
record ActRow(Moment at, String who, String role, String what, String company, String link, List<Fact> facts) {

    record Fact(String name, String value) {}

    static ActRow of(Act act) {
        return new ActRow(
                Moment.of(act.at()),
                act.who().equals("system") ? "The relay itself" : act.who(),
                act.who().equals(act.role()) ? "" : act.role(),
                Acts.name(act.action()),
                act.company(),
                link(act.details()),
                facts("", act.details()));
    }

    private static String link(JsonNode details) {
        String letter = details.path("letter").asText("");
        if (letter.matches(LetterId.PATTERN)) {
            return "/delivery/dead-letters/" + letter;
        }
        String replay = details.path("replay").asText("");
        return replay.matches("[0-9]{1,18}") ? "/delivery/replays/" + replay : "";
    }

    private static List<Fact> facts(String prefix, JsonNode details) {
        List<Fact> facts = new ArrayList<>();
        details.fields().forEachRemaining(each -> {
            String name = prefix + each.getKey();
            if (each.getValue().isObject()) {
                facts.addAll(facts(name + " ", each.getValue()));
            } else {
                facts.add(new Fact(name, value(each.getValue())));
            }
        });
        return List.copyOf(facts);
    }

    private static String value(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(", "))
                : value.asText();
    }
}
