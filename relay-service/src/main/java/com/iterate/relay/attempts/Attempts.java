package com.iterate.relay.attempts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.iterate.relay.attempts.Attempt.What;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the attempts from a letter's headers, which say how it died, and from its history, which says what replays came to. */
public final class Attempts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern REPLAY = Pattern.compile("replay (\\d{1,18})");

    private final JsonNode headers;
    private final JsonNode history;
    private final JsonNode names;

    private Attempts(JsonNode headers, JsonNode history, JsonNode names) {
        this.headers = headers;
        this.history = history;
        this.names = names;
    }

    /**
     * @param headers as in the column {@code headers}
     * @param history as in the column {@code history}
     * @param names   by the number of a replay: new names of attributes by the old ones
     * @return oldest first
     */
    public static List<Attempt> of(JsonNode headers, JsonNode history, JsonNode names) {
        return new Attempts(headers, history, names).all();
    }

    private List<Attempt> all() {
        List<Attempt> all = new ArrayList<>();
        Optional<Instant> last = time(header("relay-last-failed-at"));
        Optional<Instant> first = time(header("relay-first-failed-at")).or(() -> last);
        int requests = number(header("relay-attempts"));
        List<Attempt> tries = tries();
        if (!tries.isEmpty()) {
            all.addAll(tries);
            last.ifPresent(at -> end(all, at));
        } else if (requests > 1) {
            first.ifPresent(at -> all.add(untold(at)));
            last.ifPresent(at -> all.add(told(at, What.LAST_FAILURE)));
        } else {
            first.ifPresent(at -> all.add(told(at, requests == 0 ? What.NEVER_SENT : What.FIRST_FAILURE)));
        }
        history.forEach(change -> replayed(change).ifPresent(all::add));
        return List.copyOf(all);
    }

    /** The last request is the one that other headers say more about, unless something else ended it: it waited too long. */
    private void end(List<Attempt> tries, Instant last) {
        if (!last.isAfter(tries.get(tries.size() - 1).at())) {
            tries.remove(tries.size() - 1);
        }
        tries.add(told(last, tries.isEmpty() ? What.FIRST_FAILURE : What.LAST_FAILURE));
    }

    private List<Attempt> tries() {
        List<Attempt> tries = new ArrayList<>();
        header("relay-tries")
                .map(Attempts::json)
                .ifPresent(each -> each.forEach(request -> time(text(request, "at"))
                        .ifPresent(at -> tries.add(new Attempt(
                                at,
                                tries.isEmpty() ? What.FIRST_FAILURE : What.FAILURE,
                                "",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(request.path("status").asInt()),
                                text(request, "response"),
                                Map.of())))));
        return tries;
    }

    /** What Braze said the first time is not known: an older relay wrote the letter, or it grew too large. */
    private static Attempt untold(Instant at) {
        return new Attempt(
                at,
                What.FIRST_FAILURE,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    private Attempt told(Instant at, What what) {
        return new Attempt(
                at,
                what,
                "",
                Optional.empty(),
                header("relay-reason"),
                Optional.of(number(header("relay-status"))),
                header("relay-response").or(() -> header("dead-letter-reason")),
                Map.of());
    }

    /** A change that says neither why nor that it was delivered is none: waiting, cancelled, or nothing was left to send. */
    private Optional<Attempt> replayed(JsonNode change) {
        Matcher replay = REPLAY.matcher(change.path("note").asText(""));
        Optional<Instant> at = time(text(change, "at"));
        boolean failed = change.hasNonNull("reason");
        boolean delivered = change.path("state").asText("").equals("DELIVERED");
        if (!replay.matches() || at.isEmpty() || !(failed || delivered)) {
            return Optional.empty();
        }
        return Optional.of(new Attempt(
                at.get(),
                failed ? What.REPLAY_FAILED : What.REPLAY_DELIVERED,
                change.path("by").asText(""),
                Optional.of(Long.parseLong(replay.group(1))),
                text(change, "reason"),
                failed ? Optional.of(change.path("status").asInt()) : Optional.empty(),
                text(change, "response"),
                names(replay.group(1))));
    }

    private Map<String, String> names(String replay) {
        Map<String, String> byOld = new LinkedHashMap<>();
        names.path(replay)
                .fields()
                .forEachRemaining(
                        each -> byOld.put(each.getKey(), each.getValue().asText()));
        return Map.copyOf(byOld);
    }

    private Optional<String> header(String name) {
        Optional<String> found = Optional.empty();
        for (JsonNode header : headers) {
            if (header.path("name").asText("").equals(name)) {
                found = text(header, "value");
            }
        }
        return found;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notOurs) {
            return JSON.createArrayNode();
        }
    }

    private static Optional<String> text(JsonNode object, String field) {
        return Optional.ofNullable(object.get(field)).map(JsonNode::asText).filter(text -> !text.isEmpty());
    }

    private static int number(Optional<String> text) {
        return text.filter(digits -> digits.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    /** Ours end in Z, PostgreSQL's in an offset such as {@code +00:00}. */
    private static Optional<Instant> time(Optional<String> text) {
        try {
            return text.map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
        } catch (DateTimeException notOurs) {
            return Optional.empty();
        }
    }
}
