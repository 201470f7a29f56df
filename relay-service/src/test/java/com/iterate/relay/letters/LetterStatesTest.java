package com.iterate.relay.letters;

import static com.iterate.relay.projection.ALetter.aLetter;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.iterate.backing.BackingTestResource;
import com.iterate.relay.audit.Who;
import com.iterate.relay.database.Transactions;
import com.iterate.relay.deadletters.Reason;
import com.iterate.relay.intake.Neighbours;
import com.iterate.relay.letters.LetterFilter.Person;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingTestResource.class, initArgs = @ResourceArg(name = "database", value = "relay"))
@WithTestResource(Neighbours.class)
class LetterStatesTest {

    private static final Change REPLAY = Change.by(Who.SYSTEM, "replay 1");

    @Inject
    DataSource database;

    @Inject
    Transactions transactions;

    @Inject
    Pages pages;

    @Inject
    Counts counts;

    private final LetterStates states = new LetterStates();

    @Test
    void only_letters_in_an_expected_state_move_and_both_tables_agree() {
        // given
        LetterId open = aLetter().of("states-1").in(database);
        LetterId discarded = aLetter().of("states-1").in(database);
        move(List.of(discarded), Set.of(State.OPEN), State.DISCARDED, REPLAY);
        // when
        List<LetterId> moved =
                move(List.of(discarded, open), Set.of(State.OPEN, State.QUARANTINED), State.REPLAYING, REPLAY);
        // then
        assertThat(moved).containsExactly(open);
        assertThat(look(open).letter().state()).isEqualTo(State.REPLAYING);
        assertThat(look(discarded).letter().state()).isEqualTo(State.DISCARDED);
        assertThat(summary("states-1").states()).isEqualTo(Map.of(State.REPLAYING, 1L, State.DISCARDED, 1L));
    }

    @Test
    void a_letter_without_a_row_is_open_and_nothing_else() {
        // given
        LetterId letter = aLetter().in(database);
        // when
        List<LetterId> moved = move(List.of(letter), Set.of(State.REPLAYING), State.DELIVERED, REPLAY);
        // then
        assertThat(moved).isEmpty();
        assertThat(look(letter).letter().state()).isEqualTo(State.OPEN);
        assertThat(look(letter).letter().change()).isEmpty();
    }

    @Test
    void of_two_that_move_the_same_letters_each_letter_has_one() {
        // given
        List<LetterId> letters = IntStream.range(0, 60)
                .mapToObj(each -> aLetter().of("states-2").in(database))
                .toList();
        List<LetterId> backwards = new ArrayList<>(letters);
        Collections.reverse(backwards);
        // when
        CompletableFuture<List<LetterId>> one =
                CompletableFuture.supplyAsync(() -> move(letters, Set.of(State.OPEN), State.REPLAYING, REPLAY));
        CompletableFuture<List<LetterId>> other =
                CompletableFuture.supplyAsync(() -> move(backwards, Set.of(State.OPEN), State.REPLAYING, REPLAY));
        // then
        List<LetterId> both = new ArrayList<>(one.join());
        both.addAll(other.join());
        assertThat(both).containsExactlyInAnyOrderElementsOf(letters);
    }

    @Test
    void a_replay_that_fails_is_counted_and_becomes_why_the_letter_is_dead() {
        // given
        LetterId letter = aLetter().of("states-3").saying("'email' is too long").in(database);
        move(List.of(letter), Set.of(State.OPEN), State.REPLAYING, REPLAY);
        Change.Failure failure = new Change.Failure(Reason.BRAZE_ERROR, 503, "Braze is away");
        // when
        move(List.of(letter), Set.of(State.REPLAYING), State.OPEN, Change.failed(Who.SYSTEM, "replay 1", failure));
        // then
        Look look = look(letter);
        assertThat(look.letter().replays()).isEqualTo(1);
        assertThat(look.letter().reason()).isEqualTo("BRAZE_ERROR");
        assertThat(look.letter().status()).isEqualTo(503);
        assertThat(look.letter().response()).isEqualTo("Braze is away");
        assertThat(look.letter().attempts()).isEqualTo(3);
        assertThat(summary("states-3").groups()).singleElement().satisfies(group -> assertThat(group.text())
                .isEqualTo("Braze is away"));
        assertThat(look.history().findValuesAsText("state")).containsExactly("REPLAYING", "OPEN");
        JsonNode last = look.history().get(1);
        assertThat(last.get("response").asText()).isEqualTo("Braze is away");
        assertThat(last.get("by").asText()).isEqualTo("system");
    }

    @Test
    void whoever_is_erased_leaves_nothing_but_where_the_letter_was() {
        // given
        LetterId hers = aLetter().of("states-4").from("ana-4").in(database);
        LetterId underAWrongKey =
                aLetter().of("").from("ana-4").dyingOf(Reason.WRONG_KEY).in(database);
        LetterId elsewhere = aLetter().of("states-5").from("ana-4").in(database);
        LetterId another = aLetter().of("states-4").from("bea-4").in(database);
        Person ana = new Person(Optional.of("ana-4"), Optional.empty());
        // when
        List<LetterId> erased = transactions.run(
                connection -> states.erase(connection, "states-4", ana, Change.by(Who.SYSTEM, "receipt 1")));
        List<LetterId> claimed = transactions.run(
                connection -> states.erase(connection, "acme", ana, Change.by(Who.SYSTEM, "receipt 2")));
        // then
        assertThat(erased).containsExactly(hers);
        assertThat(claimed).containsExactly(underAWrongKey);
        Look look = look(hers);
        assertThat(look.letter().state()).isEqualTo(State.ERASED);
        assertThat(look.letter().respondent()).isEmpty();
        assertThat(look.letter().response()).isEmpty();
        assertThat(look.event()).isEmpty();
        assertThat(look.raw().orElseThrow().key()).isEmpty();
        assertThat(look.headers()).isEmpty();
        assertThat(look.letter().original()).isPresent();
        assertThat(look(elsewhere).event()).isPresent();
        assertThat(look(another).event()).isPresent();
    }

    private List<LetterId> move(Collection<LetterId> letters, Set<State> from, State to, Change change) {
        return transactions.run(connection -> states.move(connection, letters, from, to, change));
    }

    private Look look(LetterId id) {
        return transactions
                .run(connection -> pages.those(connection, LetterFilter.ALL, List.of(id), new LookReader()))
                .get(0);
    }

    private Summary summary(String company) {
        return transactions.run(
                connection -> counts.summary(connection, LetterFilter.ALL.ofCompany(company), Instant.now()));
    }
}
