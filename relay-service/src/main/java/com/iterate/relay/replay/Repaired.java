package com.iterate.relay.replay;

import static com.iterate.relay.database.TransactionThread.prepared;

import com.iterate.relay.deadletters.Reason;
import com.iterate.relay.letters.LetterId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Letters that died of a company's connection, and of nothing that they hold. */
@Singleton
final class Repaired {

    /** Why somebody looks. */
    enum Cause {
        /** The connection is another one: whatever went wrong before counts no more. */
        CHANGED,
        /** Some time went by. */
        LOOKED
    }

    private static final String CAUSES = "select fingerprint from error_text where reason in ('"
            + String.join(
                    "', '", List.of(Reason.UNKNOWN_COMPANY.name(), Reason.EXPIRED.name(), Reason.EXPIRED_IN_GAP.name()))
            + "')";

    private static final String COMPANIES = "select distinct company from letter_count"
            + " where grain = 'all' and state = 'OPEN' and letters > 0 and company not in ('', '*') and fingerprint in ("
            + CAUSES
            + ") limit 1000";

    /** One relay at a time; any number that nobody else uses. */
    private static final String ALONE = "select pg_try_advisory_xact_lock(4000405)";

    /** One is at work, or one was ended by somebody or by its canary a short while ago. */
    private static final String NOT_NOW = """
            select 1 from replay_job
             where company = ? and started_as = 'system'
               and (ended_at is null or (? and phase in ('STOPPED', 'CANCELLED') and ended_at > now() - interval '1 hour'))
            """;

    /** Each by itself once: what failed then needs somebody to look at it. */
    private static final String LETTERS = "select l.letter_partition, l.letter_offset from dead_letter l"
            + " where l.company = ? and l.state = 'OPEN' and l.replays = 0 and l.fingerprint in (" + CAUSES + ") and "
            + Collecting.REPLAYABLE.sql() + " limit ?";

    private final ReplayConfig config;

    Repaired(ReplayConfig config) {
        this.config = config;
    }

    /** That have any. */
    List<String> companies(Connection connection) throws SQLException {
        try (PreparedStatement query = prepared(connection, COMPANIES);
                ResultSet row = query.executeQuery()) {
            List<String> companies = new ArrayList<>();
            while (row.next()) {
                companies.add(row.getString("company"));
            }
            return companies;
        }
    }

    /** None if another relay looks at present, or if it is not the time. */
    List<LetterId> letters(Connection connection, String company, Cause cause) throws SQLException {
        try (PreparedStatement alone = prepared(connection, ALONE);
                ResultSet mine = alone.executeQuery()) {
            if (!mine.next() || !mine.getBoolean(1) || isNotTheTime(connection, company, cause)) {
                return List.of();
            }
        }
        try (PreparedStatement query = prepared(connection, LETTERS)) {
            query.setString(1, company);
            query.setInt(2, config.autoLetters());
            return Ids.all(query);
        }
    }

    private static boolean isNotTheTime(Connection connection, String company, Cause cause) throws SQLException {
        try (PreparedStatement query = prepared(connection, NOT_NOW)) {
            query.setString(1, company);
            query.setBoolean(2, cause == Cause.LOOKED);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }
}
