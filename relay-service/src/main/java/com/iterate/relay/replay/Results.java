package com.iterate.relay.replay;

import static com.iterate.relay.database.TransactionThread.prepared;

import com.iterate.relay.audit.Action;
import com.iterate.relay.audit.Audit;
import com.iterate.relay.audit.Entry;
import com.iterate.relay.audit.Who;
import com.iterate.relay.letters.Change;
import com.iterate.relay.letters.Change.Failure;
import com.iterate.relay.letters.LetterId;
import com.iterate.relay.letters.LetterStates;
import com.iterate.relay.letters.State;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What became of letters, written once: the item, the job's tally, the letter's state, and how the job goes on. */
@Singleton
final class Results {

    private static final String END = """
            update replay_item i set result = e.result, reason = e.reason, status = e.status, response = e.response,
                   remaining = e.remaining::jsonb, ended_at = now()
              from unnest(?, ?, ?, ?, ?, ?, ?, ?) as e (job, p, o, result, reason, status, response, remaining)
             where i.job = e.job and i.letter_partition = e.p and i.letter_offset = e.o and i.result is null
            returning i.job, i.letter_partition, i.letter_offset
            """;

    private final LetterStates states;
    private final Tallies tallies;
    private final JobRows jobs;
    private final Audit audit;

    Results(LetterStates states, Tallies tallies, JobRows jobs, Audit audit) {
        this.states = states;
        this.tallies = tallies;
        this.jobs = jobs;
        this.audit = audit;
    }

    /** Those that have a result already keep it: what was written before the connection broke is not written twice. */
    void write(Connection connection, List<Ended> ended) throws SQLException {
        if (ended.isEmpty()) {
            return;
        }
        // First of all, and everywhere: who holds the job holds its letters.
        List<Job> locked = jobs.lock(connection, ended.stream().map(Ended::job).toList());
        List<Ended> written = end(connection, ended);
        tallies.move(connection, written);
        for (Job job : locked) {
            moveLetters(connection, job, written);
            goOn(connection, job);
        }
    }

    /** A job whose letters are known, or came to their end. */
    void goOn(Connection connection, Job job) throws SQLException {
        Tally tally = tallies.of(connection, job.id());
        Phase next = job.phase() == Phase.COLLECTING
                ? job.phase().collected(tally, job.canary())
                : job.phase().after(tally, job.canary());
        if (next == job.phase()) {
            return;
        }
        jobs.enter(connection, job.id(), next);
        if (next == Phase.STOPPED) {
            Map<String, Object> details = Map.of(
                    "replay",
                    job.id(),
                    "tried",
                    tally.tried().letters(),
                    "failed",
                    tally.tried().failed());
            audit.record(connection, Entry.bySystem(Action.REPLAY_STOPPED, job.ofCompany(), details));
        }
    }

    private static List<Ended> end(Connection connection, List<Ended> ended) throws SQLException {
        Map<Map.Entry<Long, LetterId>, Ended> byLetter = new LinkedHashMap<>();
        ended.forEach(each -> byLetter.put(Map.entry(each.job(), each.letter()), each));
        List<Ended> written = new ArrayList<>();
        try (PreparedStatement end = prepared(connection, END)) {
            set(end, byLetter.values());
            try (ResultSet row = end.executeQuery()) {
                while (row.next()) {
                    written.add(byLetter.get(Map.entry(row.getLong("job"), Ids.of(row))));
                }
            }
        }
        return written;
    }

    private static void set(PreparedStatement end, Collection<Ended> ended) throws SQLException {
        Connection connection = end.getConnection();
        end.setArray(
                1,
                Ids.array(connection, "bigint", ended.stream().map(Ended::job).toArray()));
        Ids.set(end, 2, ended.stream().map(Ended::letter).toList());
        end.setArray(
                4, texts(connection, ended, each -> Optional.of(each.result().name())));
        end.setArray(5, texts(connection, ended, each -> each.failure()
                .map(why -> why.reason().name())));
        Object[] status = ended.stream()
                .map(each -> each.failure().map(Failure::status).orElse(null))
                .toArray();
        end.setArray(6, Ids.array(connection, "integer", status));
        end.setArray(7, texts(connection, ended, each -> each.failure().map(Failure::response)));
        end.setArray(
                8,
                texts(
                        connection,
                        ended,
                        each -> each.result().isFailure()
                                ? Optional.of(ItemRows.json(each.remaining()))
                                : Optional.empty()));
    }

    private static Array texts(Connection connection, Collection<Ended> ended, Function<Ended, Optional<String>> text)
            throws SQLException {
        return Ids.array(
                connection,
                "text",
                ended.stream().map(each -> text.apply(each).orElse(null)).toArray());
    }

    /** Together those to which the same happened. */
    private void moveLetters(Connection connection, Job job, List<Ended> written) throws SQLException {
        record Same(Result result, Optional<Failure> failure) {}
        Map<Same, Set<LetterId>> groups = new LinkedHashMap<>();
        for (Ended each : written) {
            if (each.job() == job.id()) {
                groups.computeIfAbsent(new Same(each.result(), each.failure()), same -> new HashSet<>())
                        .add(each.letter());
            }
        }
        Who who = new Who(job.startedBy(), job.startedAs());
        String note = "replay " + job.id();
        for (Map.Entry<Same, Set<LetterId>> group : groups.entrySet()) {
            Change change = new Change(who, note, group.getKey().failure());
            State to = group.getKey().result().leaves();
            states.move(connection, group.getValue(), Set.of(State.REPLAYING), to, change);
        }
    }
}
