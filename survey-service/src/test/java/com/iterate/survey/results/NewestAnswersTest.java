package com.iterate.survey.results;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.contracts.Answer;
import com.iterate.contracts.AnswerValue;
import com.iterate.contracts.Respondent;
import com.iterate.contracts.ResponseSubmitted;
import com.iterate.survey.relay.Position;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class NewestAnswersTest {

    private static final Instant START = Instant.parse("2026-11-23T13:00:00Z");

    @Property(tries = 500)
    void reading_again_and_in_another_order_changes_nothing(
            @ForAll("histories") List<RecordedAnswer> history, @ForAll Random random) {
        // given
        List<RecordedAnswer> redelivered = new ArrayList<>(history);
        redelivered.addAll(history.subList(0, history.size() / 2));
        Collections.shuffle(redelivered, random);
        // when
        NewestAnswers folded = NewestAnswers.of(redelivered);
        // then
        NewestAnswers once = NewestAnswers.of(history);
        assertThat(new HashSet<>(folded.answers())).isEqualTo(new HashSet<>(once.answers()));
        assertThat(new HashSet<>(folded.responses())).isEqualTo(new HashSet<>(once.responses()));
    }

    @Test
    void the_first_answer_given_again_is_the_newest() {
        // given
        RecordedAnswer a = answer("r1", "q1", 3, 0, 10);
        RecordedAnswer b = answer("r1", "q1", 9, 1, 11);
        RecordedAnswer again = answer("r1", "q1", 3, 2, 12);
        // when
        NewestAnswers folded = NewestAnswers.of(List.of(again, a, b));
        // then
        assertThat(folded.answers()).containsExactly(again);
    }

    @Test
    void within_a_millisecond_the_later_record_wins() {
        // when
        NewestAnswers folded = NewestAnswers.of(List.of(answer("r1", "q1", 9, 5, 8), answer("r1", "q1", 3, 5, 7)));
        // then
        assertThat(folded.answers())
                .extracting(read -> read.position().offset())
                .containsExactly(8L);
    }

    @Provide
    Arbitrary<List<RecordedAnswer>> histories() {
        Arbitrary<RecordedAnswer> answers = Combinators.combine(
                        Arbitraries.of("r1", "r2"),
                        Arbitraries.of("q1", "q2", "q3"),
                        Arbitraries.integers().between(0, 10),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 1000))
                .as(NewestAnswersTest::answer);
        return answers.list().ofMaxSize(20).uniqueElements(read -> read.position()
                .offset());
    }

    private static RecordedAnswer answer(String response, String question, int value, int millis, int offset) {
        Answer answer = new Answer(
                question,
                "How?",
                Optional.empty(),
                new AnswerValue.Number(BigDecimal.valueOf(value)),
                Optional.empty(),
                Optional.empty());
        ResponseSubmitted event = new ResponseSubmitted(
                "acme",
                "s1",
                "Survey",
                1,
                response,
                new Respondent.Anonymous(),
                START.plusMillis(millis),
                value == 10,
                Set.of(),
                List.of(answer));
        return new RecordedAnswer(event, answer, "id", new Position(0, offset));
    }
}
