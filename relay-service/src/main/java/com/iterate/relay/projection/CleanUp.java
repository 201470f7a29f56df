package com.iterate.relay.projection;

import com.iterate.relay.letters.LetterStates;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;

/** Takes out of the view what Kafka has forgotten: a copy of what people wrote must not stay for ever. */
@Singleton
final class CleanUp {

    /** Short transactions, for nobody else writes letters meanwhile. */
    private static final String LETTERS = """
            delete from dead_letter where (letter_partition, letter_offset) in (
                select letter_partition, letter_offset from dead_letter where appended_at < ?
                 order by appended_at limit 2000)
            """;

    /** A state changes after its letter is written: if it is that old, the letter is older. */
    private static final String STATES = """
            delete from letter_state where (letter_partition, letter_offset) in (
                select letter_partition, letter_offset from letter_state where changed_at < ? limit 2000)
            """;

    private static final String COUNTS = "delete from letter_count where letters = 0 and starts_at < ?";

    /** Seconds. */
    private static final int TIMEOUT = 20;

    private final DataSource database;
    private final LetterStates states;
    private final ProjectionConfig config;

    CleanUp(DataSource database, LetterStates states, ProjectionConfig config) {
        this.database = database;
        this.states = states;
        this.config = config;
    }

    /** @return how much was removed; 0: nothing is left to do */
    int some(Instant now) throws SQLException {
        Instant before = now.minus(config.kept());
        int removed = 0;
        for (String some : List.of(LETTERS, STATES, COUNTS)) {
            removed += remove(some, before);
        }
        return removed;
    }

    private int remove(String some, Instant before) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement delete = connection.prepareStatement(some)) {
                delete.setQueryTimeout(TIMEOUT);
                states.alone(connection);
                delete.setObject(1, before.atOffset(ZoneOffset.UTC));
                int removed = delete.executeUpdate();
                connection.commit();
                return removed;
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }
}
