package com.iterate.erasures;

import com.iterate.contracts.Respondent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Who was erased, in this service's database, and in the memory of each of its replicas within seconds. Whoever stores something
 * about people asks in the transaction that stores it and cannot miss anybody.
 */
public final class ErasureList implements AutoCloseable {

    private final DataSource database;
    private final ErasureKeys keys;
    private final Clock clock;
    private final ErasedPeople people;
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "erasures"));
    private ErasureTable.State known = new ErasureTable.State(-1, -1);

    public ErasureList(DataSource database, ErasureKeys keys, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
        this.people = new ErasedPeople(keys);
    }

    /** As known here; at most one look behind the database. */
    public ErasedPeople people() {
        return people;
    }

    /** What an entry of this person may look like; the first is how it is written now. */
    public List<PersonHash> hashes(String company, Respondent person) {
        return keys.hashes(company, person);
    }

    /**
     * Within the caller's transaction, until whose end nobody stores anything about anybody: what it deletes after this call
     * stays deleted.
     *
     * @return when Kafka has deleted what it may hold of this person now
     */
    public Instant add(Connection connection, String company, Respondent person) throws SQLException {
        Instant now = clock.instant();
        Instant lastCopy = LastCopy.after(now);
        ErasureTable.lockAlone(connection);
        ErasureTable.add(connection, company, keys.hashes(company, person).get(0), now, lastCopy);
        return lastCopy;
    }

    /** Everybody who is erased, until the end of the caller's transaction: meanwhile nobody is added. */
    public ErasedPeople current(Connection connection) throws SQLException {
        ErasureTable.lockTogether(connection);
        load(connection);
        return people;
    }

    /** Looks for what other replicas added. */
    public void refresh() throws SQLException {
        try (Connection connection = database.getConnection()) {
            ErasureTable.forget(connection, clock.instant());
            load(connection);
        }
    }

    /**
     * Refreshes from now on.
     *
     * @param failed told each time it did not work; what is known stays known
     */
    public void watch(Duration every, Consumer<Exception> failed) {
        watch.scheduleWithFixedDelay(() -> look(failed), 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look(Consumer<Exception> failed) {
        try {
            refresh();
        } catch (SQLException | RuntimeException away) {
            failed.accept(away);
        }
    }

    private synchronized void load(Connection connection) throws SQLException {
        ErasureTable.State state = ErasureTable.state(connection);
        if (!state.equals(known)) {
            people.replace(ErasureTable.all(connection));
            known = state;
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
