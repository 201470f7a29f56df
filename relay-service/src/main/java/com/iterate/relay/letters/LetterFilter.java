package com.iterate.relay.letters;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.iterate.contracts.Limits;
import com.iterate.webkit.RequestBody;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters somebody means; what is absent does not matter. JSON as in {@code POST /api/dead-letters/search}.
 *
 * @param company     an empty text: those of no company, such as unreadable ones
 * @param reason      a {@link com.iterate.relay.deadletters.Reason}'s name, or one that another version of the relay knows
 * @param status      Braze's HTTP status; 0: Braze was never asked
 * @param from        when it became a dead letter, this moment included
 * @param to          this moment excluded
 * @param state       one or several; none: all
 * @param text        a part of what Braze, or the relay, said; upper and lower case alike, numbers do not matter
 * @param fingerprint of a group in the summary
 */
// Where somebody is in a list stands beside the filter of the list.
@JsonIgnoreProperties({"after", "limit"})
public record LetterFilter(
        Optional<String> company,
        Optional<String> reason,
        Optional<Integer> status,
        Optional<String> survey,
        Optional<Person> respondent,
        Optional<Instant> from,
        Optional<Instant> to,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        Set<State> state,

        Optional<String> text,
        Optional<String> fingerprint) {

    /** Everything. */
    public static final LetterFilter ALL = new LetterFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Optional.empty(),
            Optional.empty());

    /** In {@code letter_count}; no company is called so. */
    private static final String ALL_COMPANIES = "*";

    /** What somebody types or pastes; error texts are kept to 500 characters. */
    private static final int LONGEST_TEXT = 500;

    /** Whose answers: one of the two. */
    public record Person(Optional<String> brazeId, Optional<String> externalId) {

        public Person {
            if (brazeId.isPresent() == externalId.isPresent()) {
                throw RequestBody.invalid("respondent", "must have one of brazeId and externalId");
            }
        }

        /** As in the column {@code respondent_kind}. */
        public String kind() {
            return brazeId.isPresent() ? "braze" : "external";
        }

        public String id() {
            return brazeId.or(() -> externalId).orElse("");
        }
    }

    public LetterFilter {
        Set<State> states = orNone(state);
        state = Set.copyOf(states);
        check(company.filter(id -> !id.isEmpty() && !Limits.isCompanyId(id)), "company", "must be a company's id");
        check(status.filter(code -> code < 0 || code > 999), "status", "must be an HTTP status, or 0");
        check(text.filter(part -> part.length() > LONGEST_TEXT), "text", "is longer than 500 characters");
        check(fingerprint.filter(hex -> !hex.matches("[0-9a-f]{16}")), "fingerprint", "must be 16 hex digits");
    }

    private static void check(Optional<?> wrong, String field, String rule) {
        if (wrong.isPresent()) {
            throw RequestBody.invalid(field, rule);
        }
    }

    /** Jackson hands over nothing for an absent set. */
    private static Set<State> orNone(@Nullable Set<State> states) {
        return states == null ? Set.of() : states;
    }

    public LetterFilter ofCompany(String id) {
        return new LetterFilter(
                Optional.of(id), reason, status, survey, respondent, from, to, state, text, fingerprint);
    }

    public LetterFilter in(Set<State> states) {
        return new LetterFilter(company, reason, status, survey, respondent, from, to, states, text, fingerprint);
    }

    /** For a query in which {@code l} is the table {@code dead_letter}. */
    public Condition where() {
        return cause("l.")
                .and(equal("l.company", company))
                .and(equal("l.reason", reason))
                .and(equal("l.status", status))
                .and(equal("l.survey_id", survey))
                .and(respondent
                        .map(person -> Condition.of(
                                "l.respondent_id = ? and l.respondent_kind = ?", person.id(), person.kind()))
                        .orElse(Condition.ALWAYS))
                .and(between())
                .and(states("l."));
    }

    /** All but the time, for a query on {@code letter_count c} in which companies do not matter. */
    Condition counted() {
        return counts(Condition.of("c.company = ?", company.orElse(ALL_COMPANIES)));
    }

    /** The same, with each company for itself. */
    Condition countedByCompany() {
        return counts(company.map(id -> Condition.of("c.company = ?", id))
                .orElseGet(() -> Condition.of("c.company <> ?", ALL_COMPANIES)));
    }

    private Condition counts(Condition ofCompany) {
        Condition error = equal("reason", reason).and(equal("status", status));
        Condition ofError = error.equals(Condition.ALWAYS)
                ? error
                : Condition.of("c.fingerprint in (select fingerprint from error_text where ")
                        .followedBy(error)
                        .followedBy(Condition.of(")"));
        return ofCompany.and(cause("c.")).and(ofError).and(states("c."));
    }

    /** The time, of {@code dead_letter l}. */
    Condition between() {
        return since("l.appended_at >= ?", from).and(since("l.appended_at < ?", to));
    }

    /** Whether it finds all of its time. */
    boolean meansAll() {
        return between(Optional.empty(), Optional.empty()).equals(ALL);
    }

    LetterFilter between(Optional<Instant> start, Optional<Instant> end) {
        return new LetterFilter(company, reason, status, survey, respondent, start, end, state, text, fingerprint);
    }

    /** Fingerprint and text, both of which the column {@code fingerprint} answers. */
    Condition cause(String alias) {
        Condition said = text.map(Fingerprint::normalised)
                .map(part -> Condition.of(
                        alias + "fingerprint in (select fingerprint from error_text where text ilike ?)",
                        "%" + escaped(part) + "%"))
                .orElse(Condition.ALWAYS);
        return equal(alias + "fingerprint", fingerprint).and(said);
    }

    Condition states(String alias) {
        return state.isEmpty()
                ? Condition.ALWAYS
                : Condition.of(alias + "state = any (?)", (Object)
                        state.stream().map(State::name).sorted().toArray(String[]::new));
    }

    static Condition equal(String column, Optional<?> value) {
        return value.map(given -> Condition.of(column + " = ?", given)).orElse(Condition.ALWAYS);
    }

    private static Condition since(String comparison, Optional<Instant> moment) {
        return moment.map(given -> Condition.of(comparison, given.atOffset(ZoneOffset.UTC)))
                .orElse(Condition.ALWAYS);
    }

    private static String escaped(String part) {
        return part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** For the audit: what was given, without whom it was about, and without a text, which may be a part of somebody's answer. */
    public Map<String, Object> described() {
        Map<String, Object> given = new LinkedHashMap<>();
        company.ifPresent(value -> given.put("company", value));
        reason.ifPresent(value -> given.put("reason", value));
        status.ifPresent(value -> given.put("status", value));
        survey.ifPresent(value -> given.put("survey", value));
        respondent.ifPresent(value -> given.put("respondent", "given"));
        from.ifPresent(value -> given.put("from", value.toString()));
        to.ifPresent(value -> given.put("to", value.toString()));
        if (!state.isEmpty()) {
            given.put(
                    "state",
                    Arrays.stream(State.values())
                            .filter(state::contains)
                            .map(State::name)
                            .toList());
        }
        text.ifPresent(value -> given.put("text", "given"));
        fingerprint.ifPresent(value -> given.put("fingerprint", value));
        return given;
    }
}
