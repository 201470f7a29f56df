package com.iterate.relay.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.iterate.webkit.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterFilterTest {

    private final ObjectMapper json = JsonMapper.builder().findAndAddModules().build();

    @Test
    void nothing_asked_means_everything() throws JsonProcessingException {
        // when
        LetterFilter filter = json.readValue("{}", LetterFilter.class);
        // then
        assertThat(filter).isEqualTo(LetterFilter.ALL);
        assertThat(filter.where().sql()).isEqualTo("true");
        assertThat(filter.described()).isEmpty();
    }

    @Test
    void one_state_may_stand_without_brackets() throws JsonProcessingException {
        assertThat(json.readValue("{\"state\":\"OPEN\"}", LetterFilter.class).state())
                .isEqualTo(json.readValue("{\"state\":[\"OPEN\"]}", LetterFilter.class)
                        .state())
                .isEqualTo(Set.of(State.OPEN));
    }

    @Test
    void every_question_mark_has_its_value() throws JsonProcessingException {
        // given
        LetterFilter filter = json.readValue("""
                {"company":"acme","reason":"REJECTED","status":400,"survey":"s1","respondent":{"brazeId":"ana"},
                 "from":"2026-11-23T12:00:00Z","to":"2026-11-24T12:00:00Z","state":["OPEN","QUARANTINED"],"text":"too long",
                 "fingerprint":"0123456789abcdef","after":"ignored here"}
                """, LetterFilter.class);
        // when
        Condition where = filter.where();
        // then
        assertThat(where.sql().chars().filter(each -> each == '?').count())
                .isEqualTo(where.values().size())
                .isEqualTo(11);
        assertThat(where.sql()).doesNotContain("acme", "ana", "too long");
    }

    @Test
    void the_audit_reads_what_was_asked_but_not_about_whom() throws JsonProcessingException {
        // given
        LetterFilter filter =
                json.readValue("{\"respondent\":{\"externalId\":\"ana\"},\"state\":\"OPEN\"}", LetterFilter.class);
        // then
        assertThat(filter.described()).containsEntry("respondent", "given").containsEntry("state", List.of("OPEN"));
    }

    @Test
    void a_text_does_not_stand_in_the_audit_since_it_may_be_somebodys_answer() throws JsonProcessingException {
        // given
        LetterFilter filter = json.readValue("{\"text\":\"My boss is Ann\"}", LetterFilter.class);
        // then
        assertThat(filter.described()).containsExactly(Map.entry("text", "given"));
    }

    @Test
    void what_is_pasted_finds_its_like_and_no_wildcard_is_taken_for_one() throws JsonProcessingException {
        // given
        LetterFilter filter = json.readValue("{\"text\":\"100% of 255_\"}", LetterFilter.class);
        // then
        assertThat(filter.where().values()).containsExactly("%#\\% of #\\_%");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"company\":\"ACME!\"}",
                "{\"status\":1000}",
                "{\"respondent\":{}}",
                "{\"respondent\":{\"brazeId\":\"a\",\"externalId\":\"b\"}}",
                "{\"fingerprint\":\"x\"}"
            })
    void what_makes_no_sense_is_refused(String body) {
        assertThatThrownBy(() -> json.readValue(body, LetterFilter.class))
                .hasCauseInstanceOf(Problem.class)
                .hasRootCauseInstanceOf(Problem.class);
    }

    @Test
    void a_misspelt_field_is_refused_since_it_would_find_everything() {
        assertThatThrownBy(() -> json.readValue("{\"reasons\":\"REJECTED\"}", LetterFilter.class))
                .isInstanceOf(UnrecognizedPropertyException.class);
    }

    @Test
    void a_narrowed_filter_is_otherwise_the_same() {
        // given
        LetterFilter filter = LetterFilter.ALL.between(Optional.of(Instant.EPOCH), Optional.empty());
        // when
        LetterFilter narrowed = filter.ofCompany("acme").in(Set.of(State.OPEN));
        // then
        assertThat(narrowed.company()).contains("acme");
        assertThat(narrowed.state()).containsExactly(State.OPEN);
        assertThat(narrowed.from()).contains(Instant.EPOCH);
    }
}
