package com.iterate.relay.projection;

import static com.iterate.relay.projection.ALetter.aLetter;
import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.backing.BackingTestResource;
import com.iterate.relay.audit.Who;
import com.iterate.relay.deadletters.DeadLetter;
import com.iterate.relay.deadletters.Reason;
import com.iterate.relay.deadletters.Records;
import com.iterate.relay.intake.Neighbours;
import com.iterate.relay.letters.Change;
import com.iterate.relay.letters.ErasedPeople;
import com.iterate.relay.letters.LetterFilter.Person;
import com.iterate.relay.letters.LetterId;
import com.iterate.relay.letters.LetterStates;
import com.iterate.relay.letters.State;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingTestResource.class, initArgs = @ResourceArg(name = "database", value = "relay"))
@WithTestResource(Neighbours.class)
class ProjectionTest {

    private static final ErasedPeople NOBODY = (connection, people) -> Set.of();

    @Inject
    DataSource database;

    @Inject
    ProjectionConfig config;

    private final LetterStates states = new LetterStates();

    @Test
    void a_batch_is_written_once_however_often_it_is_read() throws SQLException {
        // given
        Projection projection = projection(NOBODY);
        Projected letter = read(aLetter().of("acme").deadLetter(), 2000, 7);
        Map<Integer, Long> start = projection.positions(Set.of(2000));
        // when
        boolean first = projection.write(List.of(letter, letter), start, Map.of(2000, 8L));
        boolean again = projection.write(List.of(letter), Map.of(2000, 8L), Map.of(2000, 9L));
        // then
        assertThat(start).containsEntry(2000, 0L);
        assertThat(first).isTrue();
        assertThat(again).isTrue();
        assertThat(rows(2000)).containsExactly(Map.entry(letter.id(), "OPEN"));
        assertThat(projection.positions(Set.of(2000))).containsEntry(2000, 9L);
    }

    @Test
    void who_was_overtaken_writes_nothing() throws SQLException {
        // given
        Projection projection = projection(NOBODY);
        projection.positions(Set.of(2001));
        projection.write(List.of(), Map.of(2001, 0L), Map.of(2001, 5L));
        // when
        boolean written =
                projection.write(List.of(read(aLetter().deadLetter(), 2001, 0)), Map.of(2001, 0L), Map.of(2001, 1L));
        // then
        assertThat(written).isFalse();
        assertThat(rows(2001)).isEmpty();
        assertThat(projection.positions(Set.of(2001))).containsEntry(2001, 5L);
    }

    @Test
    void a_letter_that_is_read_again_is_still_what_became_of_it() throws SQLException {
        // given
        Projection projection = projection(NOBODY);
        projection.positions(Set.of(2002));
        Projected discarded = read(aLetter().deadLetter(), 2002, 0);
        Projected failed = read(aLetter().saying("first").deadLetter(), 2002, 1);
        move(discarded.id(), State.DISCARDED, Change.by(Who.SYSTEM, "no"));
        move(
                failed.id(),
                State.OPEN,
                Change.failed(Who.SYSTEM, "", new Change.Failure(Reason.BRAZE_ERROR, 500, "second")));
        // when
        projection.write(List.of(discarded, failed), Map.of(2002, 0L), Map.of(2002, 2L));
        // then
        assertThat(rows(2002)).containsEntry(discarded.id(), "DISCARDED").containsEntry(failed.id(), "OPEN");
        assertThat(text(failed.id(), "reason || status || response || replays || attempts"))
                .isEqualTo("BRAZE_ERROR500second13");
    }

    @Test
    void who_asked_to_be_forgotten_is_forgotten_before_anybody_sees_the_letter() throws SQLException {
        // given
        Person ana = new Person(Optional.of("ana-2003"), Optional.empty());
        Projection projection = projection((connection, people) ->
                people.stream().filter(each -> each.person().equals(ana)).collect(Collectors.toSet()));
        projection.positions(Set.of(2003));
        // when
        projection.write(
                List.of(
                        read(aLetter().of("acme").from("ana-2003").deadLetter(), 2003, 0),
                        read(aLetter().of("acme").from("bea").deadLetter(), 2003, 1)),
                Map.of(2003, 0L),
                Map.of(2003, 2L));
        // then
        LetterId erased = new LetterId(2003, 0);
        assertThat(rows(2003)).containsEntry(erased, "ERASED").containsEntry(new LetterId(2003, 1), "OPEN");
        assertThat(text(erased, "concat(key, value, respondent_id, event_id, response_id, response, headers)"))
                .isEqualTo("[]");
    }

    @Test
    void what_the_database_does_not_take_is_kept_bare_and_holds_up_nothing() throws SQLException {
        // given
        Projection projection = projection(NOBODY);
        projection.positions(Set.of(2004));
        ConsumerRecord<byte[], byte[]> hostile =
                new ConsumerRecord<>("x", 2004, 0, null, "\u0000bytes\uFFFF".getBytes(StandardCharsets.UTF_8));
        hostile.headers()
                .add("a\u0000b", new byte[] {0})
                .add("relay-undelivered", "[\"\\\\u0000\"]".getBytes(StandardCharsets.UTF_8));
        Projected untakeable = new Projected(
                new LetterId(2004, 1),
                Instant.now(),
                Projected.Origin.UNKNOWN,
                "",
                new Projected.Failure("BAD\u0000", 0, "", "", Instant.now(), Instant.now(), 0),
                Projected.Content.NONE,
                new Projected.Raw("[]", "[]", null, new byte[] {1}, false),
                State.OPEN,
                0);
        Projected good = read(aLetter().deadLetter(), 2004, 2);
        // when
        boolean written = projection.write(
                List.of(inTime(LetterReading.read(hostile)), untakeable, good), Map.of(2004, 0L), Map.of(2004, 9L));
        // then
        assertThat(written).isTrue();
        assertThat(rows(2004)).hasSize(3);
        assertThat(text(untakeable.id(), "reason")).isEqualTo(LetterReading.UNKNOWN);
        assertThat(projection.positions(Set.of(2004))).containsEntry(2004, 9L);
    }

    @Test
    void what_kafka_has_forgotten_goes_from_the_view_and_does_not_come_back() throws SQLException {
        // given
        Projection projection = projection(NOBODY);
        projection.positions(Set.of(2005));
        LetterId old = aLetter()
                .of("forgotten")
                .at(Instant.now().minus(Duration.ofDays(91)))
                .in(database);
        LetterId young = aLetter()
                .of("forgotten")
                .at(Instant.now().minus(Duration.ofDays(89)))
                .in(database);
        // when
        CleanUp cleanUp = new CleanUp(database, states, config);
        while (cleanUp.some(Instant.now()) > 0) {
            assertThat(rows(old.partition())).containsKey(young);
        }
        projection.write(
                List.of(read(
                        aLetter().at(Instant.now().minus(Duration.ofDays(91))).deadLetter(), 2005, 0)),
                Map.of(2005, 0L),
                Map.of(2005, 1L));
        // then
        assertThat(rows(old.partition())).containsKey(young).doesNotContainKey(old);
        assertThat(rows(2005)).isEmpty();
    }

    private Projection projection(ErasedPeople erased) {
        return new Projection(database, states, erased, config);
    }

    private static Projected read(DeadLetter letter, int partition, long offset) {
        return LetterReading.read(Records.whole(letter, partition, offset));
    }

    private static Projected inTime(Projected letter) {
        return new Projected(
                letter.id(),
                Instant.now(),
                letter.origin(),
                letter.company(),
                letter.failure(),
                letter.content(),
                letter.raw(),
                letter.state(),
                letter.replays());
    }

    private void move(LetterId id, State to, Change change) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            states.move(connection, List.of(id), Set.of(State.OPEN), to, change);
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private Map<LetterId, String> rows(int partition) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select letter_offset, state from dead_letter where letter_partition = ?")) {
            select.setInt(1, partition);
            Map<LetterId, String> rows = new LinkedHashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.put(new LetterId(partition, row.getLong(1)), row.getString(2));
                }
            }
            return rows;
        }
    }

    private String text(LetterId id, String expression) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select " + expression
                        + " from dead_letter where letter_partition = ? and letter_offset = ?")) {
            select.setInt(1, id.partition());
            select.setLong(2, id.offset());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
