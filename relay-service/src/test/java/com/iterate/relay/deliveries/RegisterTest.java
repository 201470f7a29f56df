package com.iterate.relay.deliveries;

import static com.iterate.relay.deliveries.Notes.NOON;
import static com.iterate.relay.deliveries.Notes.covered;
import static com.iterate.relay.deliveries.Notes.note;
import static com.iterate.relay.deliveries.Notes.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.backing.BackingTestResource;
import com.iterate.contracts.Respondent;
import com.iterate.erasures.ErasureList;
import com.iterate.relay.audit.Who;
import com.iterate.relay.deadletters.Reason;
import com.iterate.relay.deliveries.Page.GapMark;
import com.iterate.relay.deliveries.Page.Mark;
import com.iterate.relay.intake.Neighbours;
import com.iterate.relay.letters.Change;
import com.iterate.relay.letters.LetterId;
import com.iterate.relay.letters.LetterStates;
import com.iterate.relay.letters.State;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Each test has partitions of its own, far from those that the running relay owns. */
@QuarkusTest
@WithTestResource(value = BackingTestResource.class, initArgs = @ResourceArg(name = "database", value = "relay"))
@WithTestResource(Neighbours.class)
class RegisterTest {

    @Inject
    DataSource database;

    @Inject
    ErasureList erasures;

    @Inject
    RegisterRows rows;

    @Inject
    RegisterReader reader;

    @Inject
    LetterStates states;

    @Inject
    DeliveriesConfig config;

    @Test
    void between_two_marks_an_answer_was_accepted_behind_the_last_it_waits_before_the_first_nobody_knows() {
        // given
        write(List.of(), mark(200, 10, NOON), mark(200, 20, NOON.plusSeconds(1)));
        write(List.of(), mark(200, 20, NOON.plusSeconds(9)));
        // when
        List<Told> told = ask("acme", 200, 9, 10, 19, 20);
        // then
        assertThat(told).extracting(Told::state).containsExactly("unknown", "accepted", "accepted", "waiting");
        assertThat(told.get(2).at()).contains(NOON.plusSeconds(1));
    }

    @Test
    void exceptions_are_told_to_their_company_and_to_nobody_else() {
        // given
        write(
                List.of(
                        covered(201, 11),
                        rejected(201, 12),
                        note(201, 13, new Ending.Discarded()),
                        note(201, 13, new Ending.Superseded(3))),
                mark(201, 10, NOON),
                mark(201, 20, NOON));
        // when
        List<Told> ours = ask("acme", 201, 11, 12, 13);
        // then
        Told.Named covered = named(ours.get(0));
        assertThat(covered.state()).isEqualTo("covered");
        assertThat(covered.by()).contains(new Asked(201, 12));
        Told.Named rejected = named(ours.get(1));
        assertThat(rejected.state()).isEqualTo("rejected");
        assertThat(rejected.status()).contains(400);
        assertThat(rejected.words()).contains("'csat' is not valid");
        assertThat(named(ours.get(2)).state()).isEqualTo("superseded");
        assertThat(ask("globex", 201, 11, 12, 13))
                .allSatisfy(told -> assertThat(told.answers()).isEmpty());
    }

    @Test
    void of_a_rejected_answer_the_dead_letter_says_what_became_of_it_since() throws SQLException {
        // given
        write(List.of(rejected(202, 11)), mark(202, 10, NOON), mark(202, 20, NOON));
        letter(new LetterId(902, 1), 202, 11, "[]");
        assertThat(named(ask("acme", 202, 11).get(0)).letter()).contains("902-1");
        // when
        move(new LetterId(902, 1), State.DELIVERED);
        // then
        assertThat(named(ask("acme", 202, 11).get(0)).state()).isEqualTo("replayed");
        move(new LetterId(902, 1), State.DISCARDED);
        assertThat(named(ask("acme", 202, 11).get(0)).state()).isEqualTo("discarded");
    }

    @Test
    void a_record_that_no_lane_could_take_is_rejected_as_a_whole() throws SQLException {
        // given
        Ending wrongKey = new Ending.Failed(Reason.WRONG_KEY, 0, "Not in the partition of its key");
        Ending unreadable = new Ending.Failed(Reason.UNREADABLE, 0, "At byte 22: not valid JSON");
        write(
                List.of(ofRecord(206, 11, "acme", wrongKey), ofRecord(206, 12, "", unreadable)),
                mark(206, 10, NOON),
                mark(206, 20, NOON));
        letter(new LetterId(906, 1), 206, 11, "[]");
        // when
        List<Told> ours = ask("acme", 206, 11, 12, 13);
        // then
        assertThat(ours).extracting(Told::state).containsExactly("rejected", "rejected", "accepted");
        assertThat(ours).extracting(told -> told.reason().orElse("")).containsExactly("WRONG_KEY", "UNREADABLE", "");
        assertThat(ours.get(0).words()).contains("Not in the partition of its key");
        assertThat(ours.get(0).letter()).contains("906-1");
        assertThat(ours.get(0).answers()).isEmpty();
        assertThat(ask("globex", 206, 11, 12)).extracting(Told::state).containsExactly("accepted", "rejected");
    }

    @Test
    void only_answers_that_are_in_a_letter_stand_as_it_does() throws SQLException {
        // given
        Ending failed = new Ending.Failed(Reason.REJECTED, 400, "no");
        write(
                List.of(rejected(207, 11), new Note(207, 11, "acme", Notes.ANA, "why", "attribute", failed, NOON)),
                mark(207, 10, NOON),
                mark(207, 20, NOON));
        letter(new LetterId(907, 1), 207, 11, "[{\"questionId\":\"score\",\"as\":\"attribute\",\"status\":400}]");
        // when
        move(new LetterId(907, 1), State.DISCARDED);
        // then
        Map<String, List<Told.Named>> answers = ask("acme", 207, 11).get(0).answers();
        assertThat(answers.get("score")).extracting(Told.Named::state).containsExactly("discarded");
        assertThat(answers.get("why")).extracting(Told.Named::state).containsExactly("rejected");
    }

    @Test
    void an_answer_that_a_replay_did_not_leave_over_went_through() throws SQLException {
        // given
        Ending failed = new Ending.Failed(Reason.REJECTED, 400, "no");
        write(
                List.of(rejected(208, 11), new Note(208, 11, "acme", Notes.ANA, "why", "attribute", failed, NOON)),
                mark(208, 10, NOON),
                mark(208, 20, NOON));
        letter(
                new LetterId(908, 1),
                208,
                11,
                "[{\"questionId\":\"score\",\"as\":\"attribute\"},{\"questionId\":\"why\",\"as\":\"attribute\"}]");
        // when
        leftOver(new LetterId(908, 1), "[{\"questionId\":\"why\",\"as\":\"attribute\"}]");
        // then
        Map<String, List<Told.Named>> answers = ask("acme", 208, 11).get(0).answers();
        assertThat(answers.get("score")).extracting(Told.Named::state).containsExactly("replayed");
        assertThat(answers.get("why")).extracting(Told.Named::state).containsExactly("rejected");
    }

    @Test
    void what_was_caught_up_from_a_gap_was_accepted_when_the_gap_was_past_it() {
        // given
        write(List.of(), mark(203, 10, NOON), mark(203, 100, NOON.plusSeconds(1)));
        Instant opened = NOON.plusSeconds(2);
        await(new Page(
                List.of(),
                List.of(),
                List.of(
                        new GapMark(203, "acme", opened, 40, NOON.plusSeconds(3)),
                        new GapMark(203, "acme", opened, 60, NOON.plusSeconds(60)),
                        new GapMark(203, "acme", opened, 100, NOON.plusSeconds(90)))));
        // when
        List<Told> told = ask("acme", 203, 30, 50, 99);
        // then
        assertThat(told)
                .extracting(Told::at)
                .containsExactly(
                        Optional.of(NOON.plusSeconds(1)),
                        Optional.of(NOON.plusSeconds(60)),
                        Optional.of(NOON.plusSeconds(90)));
        assertThat(ask("globex", 203, 50).get(0).at()).contains(NOON.plusSeconds(1));
    }

    @Test
    void what_is_older_than_it_is_kept_is_forgotten_but_for_the_last_mark_of_a_partition() throws SQLException {
        // given
        Instant old = Instant.parse("2020-01-01T00:00:00Z");
        write(List.of(covered(204, 5)), mark(204, 1, old), mark(204, 10, old.plusSeconds(1)), mark(205, 7, old));
        write(List.of(), mark(204, 20, Instant.now()));
        // when
        new Pruning(database, config, Clock.systemUTC()).prune();
        // then
        assertThat(ask("acme", 204, 5, 19)).extracting(Told::state).containsExactly("unknown", "unknown");
        assertThat(ask("acme", 205, 7).get(0).state()).isEqualTo("waiting");
        // when
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(365_000));
        new Pruning(database, config, later).prune();
        // then
        assertThat(ask("acme", 204, 5).get(0).answers()).isEmpty();
    }

    @Test
    void after_an_hour_one_mark_a_minute_says_when_to_the_minute_and_never_too_early() throws SQLException {
        // given
        Instant lately = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        Instant minute = lately.minus(Duration.ofHours(3));
        write(List.of(), mark(211, 10, minute.plusSeconds(10)));
        for (int second = 11; second < 80; second++) {
            write(List.of(), mark(211, second, minute.plusSeconds(second)));
        }
        write(List.of(), mark(211, 80, lately.plusSeconds(1)), mark(211, 81, lately.plusSeconds(2)));
        // when
        new Pruning(database, config, Clock.systemUTC()).prune();
        // then
        assertThat(marks(211)).containsExactly(10L, 59L, 79L, 80L, 81L);
        List<Told> told = ask("acme", 211, 9, 10, 58, 59, 80);
        assertThat(told)
                .extracting(Told::state)
                .containsExactly("unknown", "accepted", "accepted", "accepted", "accepted");
        assertThat(told.get(1).at()).contains(minute.plusSeconds(59));
        assertThat(told.get(2).at()).contains(minute.plusSeconds(59));
        assertThat(told.get(3).at()).contains(minute.plusSeconds(79));
        assertThat(told.get(4).at()).contains(lately.plusSeconds(2));
    }

    private List<Long> marks(int partition) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select finished from delivery_mark where partition = ? order by finished")) {
            select.setInt(1, partition);
            List<Long> marks = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    marks.add(row.getLong(1));
                }
            }
            return marks;
        }
    }

    private void write(List<Note> notes, Mark... marks) {
        await(new Page(notes, List.of(marks), List.of()));
    }

    private void await(Page page) {
        rows.write(page).toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
    }

    private static Mark mark(int partition, long finished, Instant at) {
        return new Mark(partition, finished, at);
    }

    private List<Told> ask(String company, int partition, long... offsets) {
        List<Asked> asked = LongStream.of(offsets)
                .mapToObj(offset -> new Asked(partition, offset))
                .toList();
        return reader.of(company, asked, Optional.empty()).stream()
                .sorted(Comparator.comparing(Told::offset))
                .toList();
    }

    private static Told.Named named(Told told) {
        assertThat(told.answers()).containsOnlyKeys("score");
        assertThat(told.answers().get("score")).hasSize(1);
        return told.answers().get("score").get(0);
    }

    private void letter(LetterId id, int partition, long offset, String undelivered) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                insert into dead_letter (letter_partition, letter_offset, appended_at, original_partition, original_offset,
                    company, reason, status, problem, response, fingerprint, first_failed_at, last_failed_at, attempts,
                    undelivered, headers, reference, state, replays)
                values (?, ?, ?, ?, ?, 'acme', 'REJECTED', 400, '', '', '', ?, ?, 1, ?::jsonb, '[]', false, 'OPEN', 0)
                """)) {
            insert.setInt(1, id.partition());
            insert.setLong(2, id.offset());
            insert.setObject(3, NOON.atOffset(ZoneOffset.UTC));
            insert.setInt(4, partition);
            insert.setLong(5, offset);
            insert.setObject(6, NOON.atOffset(ZoneOffset.UTC));
            insert.setObject(7, NOON.atOffset(ZoneOffset.UTC));
            insert.setString(8, undelivered);
            insert.executeUpdate();
        }
    }

    private void leftOver(LetterId id, String remaining) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                with job as (
                    insert into replay_job (phase, company, rate_per_second, canary, rename, started_at, started_by,
                                            started_as, ended_at)
                    values ('DONE', 'acme', 1, 1, '{}', now(), 'test', 'system', now()) returning id)
                insert into replay_item (job, letter_partition, letter_offset, partition, original_offset, submitted_at,
                                         company, result, remaining, ended_at)
                select id, ?, ?, 0, 0, now(), 'acme', 'FAILED_AGAIN', ?::jsonb, now() from job
                """)) {
            insert.setInt(1, id.partition());
            insert.setLong(2, id.offset());
            insert.setString(3, remaining);
            insert.executeUpdate();
        }
    }

    private static Note ofRecord(int partition, long offset, String company, Ending ending) {
        return new Note(partition, offset, company, new Respondent.Anonymous(), "", Note.RECORD, ending, NOON);
    }

    private void move(LetterId id, State to) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            Set<State> any = EnumSet.allOf(State.class);
            assertThat(states.move(connection, List.of(id), any, to, Change.by(Who.SYSTEM, "")))
                    .containsExactly(id);
            connection.commit();
            connection.setAutoCommit(true);
        }
    }
}
