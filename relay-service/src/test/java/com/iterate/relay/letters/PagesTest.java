package com.iterate.relay.letters;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.backing.BackingTestResource;
import com.iterate.relay.audit.Who;
import com.iterate.relay.database.Transactions;
import com.iterate.relay.deadletters.Reason;
import com.iterate.relay.intake.Neighbours;
import com.iterate.relay.letters.LetterFilter.Person;
import com.iterate.relay.letters.ManyLetters.Known;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Whatever is asked, lists and counts say what is there. */
@QuarkusTest
@WithTestResource(value = BackingTestResource.class, initArgs = @ResourceArg(name = "database", value = "relay"))
@WithTestResource(Neighbours.class)
class PagesTest {

    /** A filter, and the same in Java. */
    private record Question(LetterFilter filter, Predicate<Known> means) {}

    @Inject
    DataSource database;

    @Inject
    Transactions transactions;

    @Inject
    Pages pages;

    @Inject
    Counts counts;

    @Inject
    LetterStates states;

    @Test
    void lists_and_counts_say_what_is_there_for_every_question() {
        // given
        ManyLetters many = new ManyLetters("pages");
        List<Known> letters = discardSome(many.in(database, 200));
        for (Question question : questions(many)) {
            List<LetterId> expected =
                    letters.stream().filter(question.means()).map(Known::id).toList();
            // when
            List<LetterId> found = walk(question.filter(), 7);
            Summary summary = transactions.run(connection -> counts.summary(connection, question.filter(), many.now()));
            // then
            assertThat(found).as("%s", question.filter()).containsExactlyElementsOf(expected);
            assertThat(summary.letters()).as("%s", question.filter()).isEqualTo(expected.size());
            assertThat(summary.buckets().stream()
                            .mapToLong(Summary.Bucket::letters)
                            .sum())
                    .as("chart of %s", question.filter())
                    .isEqualTo(expected.size());
        }
    }

    @Test
    void a_list_without_a_company_is_in_order_too() {
        // given
        ManyLetters many = new ManyLetters("order");
        List<LetterId> expected = many.in(database, 30).stream().map(Known::id).toList();
        // when
        List<LetterId> found = walk(LetterFilter.ALL, 50);
        // then
        assertThat(found).doesNotHaveDuplicates();
        assertThat(found.stream().filter(expected::contains)).containsExactlyElementsOf(expected);
    }

    @Test
    void a_summary_groups_by_cause_and_tells_since_when() {
        // given
        ManyLetters many = new ManyLetters("groups");
        List<Known> letters = many.in(database, 50);
        // when
        Summary summary = transactions.run(
                connection -> counts.summary(connection, LetterFilter.ALL.ofCompany(many.company(0)), many.now()));
        // then
        Summary.Group largest = summary.groups().get(0);
        List<Known> same = letters.stream()
                .filter(each -> each.company().equals(many.company(0))
                        && each.reason().name().equals(largest.reason())
                        && each.status() == largest.status()
                        && Fingerprint.normalised(each.text()).equals(largest.text()))
                .toList();
        assertThat(largest.letters()).isEqualTo(same.size());
        assertThat(largest.states()).isEqualTo(Map.of(State.OPEN, (long) same.size()));
        assertThat(largest.lastAt()).isEqualTo(same.get(0).at());
        assertThat(largest.firstAt()).isEqualTo(same.get(same.size() - 1).at());
        assertThat(summary.groups().stream().mapToLong(Summary.Group::letters).sum())
                .isEqualTo(summary.letters());
        assertThat(summary.bucket()).isEqualTo("day");
    }

    private List<Question> questions(ManyLetters many) {
        LetterFilter first = LetterFilter.ALL.ofCompany(many.company(0));
        Predicate<Known> ofFirst = each -> each.company().equals(many.company(0));
        String person = "pages-person-1";
        Instant from = many.now().minus(Duration.ofHours(50)).minusSeconds(600);
        Instant to = many.now().minus(Duration.ofHours(3)).plusSeconds(60);
        List<Question> questions = new ArrayList<>();
        questions.add(new Question(first, ofFirst));
        questions.add(new Question(
                with(first, Optional.of("EXPIRED"), Optional.empty(), Optional.empty()),
                ofFirst.and(each -> each.reason() == Reason.EXPIRED)));
        questions.add(new Question(
                with(first, Optional.empty(), Optional.of(401), Optional.of("IS NOT")),
                ofFirst.and(each -> each.status() == 401 && each.text().contains("is not"))));
        questions.add(
                new Question(first.in(Set.of(State.DISCARDED)), ofFirst.and(each -> each.state() == State.DISCARDED)));
        questions.add(new Question(
                first.between(Optional.of(from), Optional.of(to)),
                ofFirst.and(each -> !each.at().isBefore(from) && each.at().isBefore(to))));
        questions.add(new Question(
                first.between(Optional.empty(), Optional.of(to)).in(Set.of(State.OPEN)),
                ofFirst.and(each -> each.at().isBefore(to) && each.state() == State.OPEN)));
        questions.add(new Question(of(Optional.of("pages-survey-1"), Optional.empty()), each -> each.survey()
                .equals("pages-survey-1")));
        questions.add(new Question(
                of(Optional.empty(), Optional.of(new Person(Optional.of(person), Optional.empty()))),
                each -> each.person().equals(person)));
        questions.add(new Question(
                of(Optional.empty(), Optional.of(new Person(Optional.empty(), Optional.of(person)))), each -> false));
        questions.add(new Question(
                with(first, Optional.of("NEVER_HEARD_OF"), Optional.empty(), Optional.empty()), each -> false));
        return questions;
    }

    private static LetterFilter with(
            LetterFilter filter, Optional<String> reason, Optional<Integer> status, Optional<String> text) {
        return new LetterFilter(
                filter.company(),
                reason,
                status,
                filter.survey(),
                filter.respondent(),
                filter.from(),
                filter.to(),
                filter.state(),
                text,
                filter.fingerprint());
    }

    private static LetterFilter of(Optional<String> survey, Optional<Person> person) {
        return new LetterFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                survey,
                person,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** Every fifth. */
    private List<Known> discardSome(List<Known> letters) {
        List<Known> known = new ArrayList<>();
        List<LetterId> discarded = new ArrayList<>();
        for (int i = 0; i < letters.size(); i++) {
            Known each = letters.get(i);
            State state = i % 5 == 0 ? State.DISCARDED : State.OPEN;
            if (state == State.DISCARDED) {
                discarded.add(each.id());
            }
            known.add(new Known(
                    each.id(),
                    each.company(),
                    each.reason(),
                    each.status(),
                    each.survey(),
                    each.person(),
                    each.at(),
                    state,
                    each.text()));
        }
        transactions.run(connection -> states.move(
                connection, discarded, Set.of(State.OPEN), State.DISCARDED, Change.by(Who.SYSTEM, "a test")));
        return known;
    }

    private List<LetterId> walk(LetterFilter filter, int size) {
        List<LetterId> found = new ArrayList<>();
        Cursor next = Cursor.START;
        while (true) {
            Cursor after = next;
            List<Letter> page =
                    transactions.run(connection -> pages.page(connection, filter, after, size, new LetterReader()));
            page.forEach(letter -> found.add(letter.id()));
            if (page.size() < size) {
                return found;
            }
            next = Cursor.of(page.get(size - 1).cursor().text());
        }
    }
}
