package com.iterate.relay.projection;

import com.iterate.relay.letters.ErasedPeople;
import com.iterate.relay.letters.ErrorTexts;
import com.iterate.relay.letters.LetterStates;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Letters into the table, and the position with them, in one transaction. */
@Singleton
final class Projection {

    private static final Logger LOG = Logger.getLogger(Projection.class);

    /** SQL states of a value that Postgres will never take: data exception, constraint, a limit such as an index row's size. */
    private static final Set<String> BAD_IN_ITSELF = Set.of("22", "23", "54");

    /** Seconds. Five hundred letters take a tenth of one. */
    private static final int TIMEOUT = 20;

    private final DataSource database;
    private final LetterStates states;
    private final ErasedPeople erased;
    private final ProjectionConfig config;

    Projection(DataSource database, LetterStates states, ErasedPeople erased, ProjectionConfig config) {
        this.database = database;
        this.states = states;
        this.erased = erased;
        this.config = config;
    }

    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** Where reading goes on. */
    Map<Integer, Long> positions(Set<Integer> partitions) throws SQLException {
        return inOneTransaction(connection -> Optional.of(Positions.find(connection, partitions)))
                .orElse(Map.of());
    }

    /**
     * @param from where the partitions of these letters are thought to be
     * @param to   where they are afterwards
     * @return whether they were there; if not, nothing is written, and reading has to go on from {@link #positions}
     */
    boolean write(List<Projected> letters, Map<Integer, Long> from, Map<Integer, Long> to) throws SQLException {
        try {
            return writeAll(letters, from, to);
        } catch (SQLException failed) {
            if (!isBadInItself(failed)) {
                throw failed;
            }
            return oneByOne(letters, from, to, failed);
        }
    }

    private boolean writeAll(List<Projected> letters, Map<Integer, Long> from, Map<Integer, Long> to)
            throws SQLException {
        Instant oldest = Instant.now().minus(config.kept());
        List<Projected> kept = letters.stream()
                .filter(letter -> letter.appendedAt().isAfter(oldest))
                .toList();
        return inOneTransaction(connection -> {
                    // States change meanwhile, or after this: never unseen in between.
                    states.alone(connection);
                    if (!Positions.move(connection, from, to)) {
                        return Optional.empty();
                    }
                    if (!kept.isEmpty()) {
                        insert(connection, kept);
                    }
                    return Optional.of(to);
                })
                .isPresent();
    }

    private void insert(Connection connection, List<Projected> letters) throws SQLException {
        Fates fates = Fates.of(connection, letters, erased, TIMEOUT);
        List<Projected> met = letters.stream().map(fates::meet).toList();
        ErrorTexts.remember(
                connection,
                met.stream().map(letter -> letter.failure().fingerprint()).toList());
        LetterTable.insert(connection, met, TIMEOUT);
    }

    private boolean oneByOne(
            List<Projected> letters, Map<Integer, Long> from, Map<Integer, Long> to, SQLException failed)
            throws SQLException {
        if (letters.size() == 1) {
            Projected letter = letters.get(0);
            // The state and not the message, which may quote the letter.
            LOG.errorf(
                    "Dead letter shown without its content, Postgres does not take it: letter=%s sqlState=%s",
                    letter.id(), failed.getSQLState());
            return writeAll(List.of(LetterReading.bare(letter)), from, to);
        }
        Map<Integer, Long> at = new HashMap<>(from);
        for (Projected letter : letters) {
            Map<Integer, Long> next =
                    Map.of(letter.id().partition(), letter.id().offset() + 1);
            if (!write(List.of(letter), at, next)) {
                return false;
            }
            at.putAll(next);
        }
        // Beyond what the log leaves out at its end.
        return writeAll(List.of(), at, to);
    }

    private static boolean isBadInItself(SQLException failed) {
        for (SQLException cause = failed; cause != null; cause = cause.getNextException()) {
            String state = cause.getSQLState();
            if (state != null && state.length() == 5 && BAD_IN_ITSELF.contains(state.substring(0, 2))) {
                return true;
            }
        }
        return false;
    }

    /** Nothing is committed if the work comes back with nothing. */
    private <T> Optional<T> inOneTransaction(Work<Optional<T>> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Optional<T> result = work.in(connection);
                if (result.isPresent()) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
                return result;
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }
}
