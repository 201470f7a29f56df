package com.iterate.relay.replay;

import static com.iterate.relay.database.TransactionThread.prepared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.iterate.relay.audit.Who;
import com.iterate.relay.letters.Change;
import com.iterate.relay.letters.Condition;
import com.iterate.relay.letters.LetterFilter;
import com.iterate.relay.letters.LetterId;
import com.iterate.relay.letters.LetterStates;
import com.iterate.relay.letters.State;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** Makes the letters that match the letters of a job, once and for all: a piece at a time, so that nobody waits long for letters. */
@Singleton
final class Collecting {

    /** Nothing can be sent of what is unreadable, lies somewhere else, or is delivered already. */
    static final Condition REPLAYABLE = new Condition(
            "l.company <> '' and l.submitted_at is not null and l.original_offset is not null and not l.reference"
                    + " and l.key is not null and l.value is not null and l.undelivered <> '[]'",
            List.of());

    private static final String NEXT = "select l.letter_partition, l.letter_offset from dead_letter l where %s"
            + " and (l.letter_partition, l.letter_offset) > (?, ?) order by 1, 2 limit ?";

    private static final String ADD = """
            insert into replay_item (job, letter_partition, letter_offset, partition, original_offset, submitted_at, company)
            select ?, l.letter_partition, l.letter_offset, l.original_partition, l.original_offset, l.submitted_at, l.company
              from dead_letter l where (l.letter_partition, l.letter_offset) in (select * from unnest(?, ?))
            """;

    private static final String POSITION = "select filter, collected_to from replay_job where id = ?";

    private static final String COLLECTED_TO = "update replay_job set collected_to = ? where id = ?";

    private static final String COLLECTED = "update replay_job set filter = null where id = ?";

    private static final String CANARY = """
            update replay_item i set canary = true
              from (select letter_partition, letter_offset from replay_item where job = ?
                     order by submitted_at, original_offset limit ?) first
             where i.job = ? and (i.letter_partition, i.letter_offset) = (first.letter_partition, first.letter_offset)
            """;

    private final LetterStates states;
    private final Tallies tallies;
    private final Results results;
    private final ReplayConfig config;
    private final ObjectMapper json;

    Collecting(LetterStates states, Tallies tallies, Results results, ReplayConfig config, ObjectMapper json) {
        this.states = states;
        this.tallies = tallies;
        this.results = results;
        this.config = config;
        this.json = json;
    }

    /** @return how many now belong to the job */
    int theseOf(Connection connection, Job job, Order.Chosen chosen, int most) throws SQLException {
        List<LetterId> found = next(connection, chosen, job, new LetterId(-1, -1), most);
        int added = add(connection, job, found, chosen.from());
        end(connection, job);
        return added;
    }

    /** The next piece of a job whose row is locked. */
    int goOn(Connection connection, Job job) throws SQLException {
        LetterFilter filter;
        LetterId after;
        try (PreparedStatement query = prepared(connection, POSITION)) {
            query.setLong(1, job.id());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                filter = filter(row.getString("filter"));
                Long[] reached = (Long[]) row.getArray("collected_to").getArray();
                after = new LetterId(reached[0].intValue(), reached[1]);
            }
        }
        Order.ByFilter chosen = new Order.ByFilter(filter);
        List<LetterId> found = next(connection, chosen, job, after, config.collectedAtOnce());
        int added = add(connection, job, found, chosen.from());
        if (found.size() < config.collectedAtOnce()) {
            end(connection, job);
        } else {
            moveTo(connection, job, found.get(found.size() - 1));
        }
        return added;
    }

    String json(LetterFilter filter) {
        try {
            return json.writeValueAsString(filter);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    private LetterFilter filter(String text) {
        try {
            return json.readValue(text, LetterFilter.class);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalArgumentException("the filter of a replay cannot be read", notOurs);
        }
    }

    /** Frozen: what became a dead letter after the job began is not meant. */
    private static List<LetterId> next(Connection connection, Order.Chosen chosen, Job job, LetterId after, int most)
            throws SQLException {
        String[] from = chosen.from().stream().map(State::name).toArray(String[]::new);
        Condition condition = chosen.where()
                .and(new Condition("l.state = any (?)", List.of((Object) from)))
                .and(new Condition("l.appended_at <= ?", List.of(job.startedAt().atOffset(ZoneOffset.UTC))))
                .and(REPLAYABLE);
        try (PreparedStatement query = prepared(connection, NEXT.formatted(condition.sql()))) {
            int index = condition.bind(query, 1);
            query.setInt(index, after.partition());
            query.setLong(index + 1, after.offset());
            query.setInt(index + 2, most);
            return Ids.all(query);
        }
    }

    /** Only what is still free: somebody else may have been quicker. */
    private int add(Connection connection, Job job, List<LetterId> found, Set<State> from) throws SQLException {
        Change change = Change.by(new Who(job.startedBy(), job.startedAs()), "replay " + job.id());
        List<LetterId> free = states.move(connection, found, from, State.REPLAYING, change);
        if (!free.isEmpty()) {
            try (PreparedStatement add = prepared(connection, ADD)) {
                add.setLong(1, job.id());
                Ids.set(add, 2, free);
                add.executeUpdate();
            }
            tallies.add(connection, job.id(), free);
        }
        return free.size();
    }

    private void end(Connection connection, Job job) throws SQLException {
        try (PreparedStatement collected = prepared(connection, COLLECTED);
                PreparedStatement canary = prepared(connection, CANARY)) {
            collected.setLong(1, job.id());
            collected.executeUpdate();
            canary.setLong(1, job.id());
            canary.setInt(2, Canary.LETTERS);
            canary.setLong(3, job.id());
            canary.executeUpdate();
        }
        results.goOn(connection, job);
    }

    private static void moveTo(Connection connection, Job job, LetterId last) throws SQLException {
        try (PreparedStatement moved = prepared(connection, COLLECTED_TO)) {
            moved.setArray(1, Ids.array(connection, "bigint", new Object[] {(long) last.partition(), last.offset()}));
            moved.setLong(2, job.id());
            moved.executeUpdate();
        }
    }
}
