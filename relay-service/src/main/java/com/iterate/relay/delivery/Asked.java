package com.iterate.relay.delivery;

import com.iterate.relay.letters.LetterFilter;
import com.iterate.relay.letters.LetterFilter.Person;
import com.iterate.relay.letters.State;
import com.iterate.webkit.RequestBody;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A filter as somebody filled it in: texts that may be wrong, kept so that the form can show them again.
 *
 * @param values by the field's name; without empty ones
 */
record Asked(Map<String, String> values) {

    /** Written for "of no company": no company's id looks so. */
    static final String NO_COMPANY = "(none)";

    /** Not what somebody has to look at, but everything. */
    static final String ALL_STATES = "ALL";

    private static final List<String> OPEN_FIELDS =
            List.of("company", "reason", "status", "survey", "from", "to", "state", "text", "cause");

    /** Never in an address. */
    private static final List<String> OF_PERSONS = List.of("person", "personKind");

    /** One field of a form. */
    record Field(String name, String value) {}

    Asked {
        values = Map.copyOf(values);
    }

    static Asked ofQuery(MultivaluedMap<String, String> query) {
        return of(query, OPEN_FIELDS);
    }

    static Asked ofForm(MultivaluedMap<String, String> form) {
        return of(form, Stream.concat(OPEN_FIELDS.stream(), OF_PERSONS.stream()).toList());
    }

    private static Asked of(MultivaluedMap<String, String> given, List<String> names) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : names) {
            Optional.ofNullable(given.getFirst(name))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> values.put(name, value));
        }
        return new Asked(values);
    }

    /** Empty text if it was left out. */
    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    /** Whether it is about one person, so that it must not become an address. */
    public boolean isPersonal() {
        return values.containsKey("person");
    }

    /** Whether nothing was filled in. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    Asked with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Asked(more);
    }

    Asked without(String name) {
        Map<String, String> less = new LinkedHashMap<>(values);
        less.remove(name);
        return new Asked(less);
    }

    /** Hidden fields of a form that asks for the same. */
    public List<Field> fields() {
        return Stream.concat(OPEN_FIELDS.stream(), OF_PERSONS.stream())
                .filter(values::containsKey)
                .map(name -> new Field(name, get(name)))
                .toList();
    }

    /** For an address: all but the person. */
    public String query() {
        return OPEN_FIELDS.stream()
                .filter(values::containsKey)
                .map(name -> name + "=" + URLEncoder.encode(get(name), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** @throws com.iterate.webkit.Problem 422 for what cannot be understood */
    LetterFilter filter() {
        return new LetterFilter(
                given("company").map(company -> company.equals(NO_COMPANY) ? "" : company),
                given("reason"),
                given("status").map(Asked::status),
                given("survey"),
                given("person").map(this::person),
                given("from").map(text -> time("from", text)),
                given("to").map(text -> time("to", text)),
                states(),
                given("text"),
                given("cause"));
    }

    private Optional<String> given(String name) {
        return Optional.ofNullable(values.get(name));
    }

    private Person person(String id) {
        return get("personKind").equals("external")
                ? new Person(Optional.empty(), Optional.of(id))
                : new Person(Optional.of(id), Optional.empty());
    }

    /** What needs somebody, unless more is asked for. */
    private Set<State> states() {
        String state = get("state");
        if (state.isEmpty()) {
            return Set.of(State.OPEN, State.QUARANTINED);
        }
        if (state.equals(ALL_STATES)) {
            return Set.of();
        }
        return Arrays.stream(State.values())
                .filter(known -> known.name().equals(state))
                .findFirst()
                .map(Set::of)
                .orElseThrow(() -> RequestBody.invalid("state", "is not one of those in the list"));
    }

    private static int status(String text) {
        if (!text.matches("[0-9]{1,3}")) {
            throw RequestBody.invalid(
                    "status", "must be an HTTP status such as 400, or 0 for what Braze was never sent");
        }
        return Integer.parseInt(text);
    }

    /** As browsers write a date with a time, which is meant in UTC, or with a zone. */
    static Instant time(String name, String text) {
        try {
            return text.endsWith("Z")
                    ? Instant.parse(text)
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException notATime) {
            throw RequestBody.invalid(name, "must be a time in UTC such as 2026-11-23T13:00");
        }
    }
}
