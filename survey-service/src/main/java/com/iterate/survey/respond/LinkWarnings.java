package com.iterate.survey.respond;

import com.iterate.webkit.FailureKind;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Counts links that should have named a person and did not. Kept in memory and written every few seconds, so that opening a page
 * needs no database; a crash loses some counts of a warning, never an answer.
 */
@Singleton
public class LinkWarnings {

    private static final Logger LOG = Logger.getLogger(LinkWarnings.class);

    private static final String ADD = """
            insert into link_warning (survey_id, fault, times, last_at) values (?, ?, ?, ?)
            on conflict (survey_id, fault) do update
            set times = link_warning.times + excluded.times, last_at = greatest(link_warning.last_at, excluded.last_at)
            """;

    private record Key(String surveyId, LinkFault fault) {}

    private record Count(long times, Instant last) {
        Count plus(Count other) {
            return new Count(times + other.times, other.last.isAfter(last) ? other.last : last);
        }
    }

    private final DataSource database;
    private final Clock clock = Clock.systemUTC();

    /** Only surveys that exist are counted, so this stays small. */
    private Map<Key, Count> unwritten = new HashMap<>();

    LinkWarnings(DataSource database) {
        this.database = database;
    }

    synchronized void count(String surveyId, LinkFault fault) {
        unwritten.merge(new Key(surveyId, fault), new Count(1, clock.instant()), Count::plus);
    }

    @Scheduled(every = "${survey.respond.warnings-every:2s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void write() {
        Map<Key, Count> counts = takeAll();
        if (counts.isEmpty()) {
            return;
        }
        try {
            write(counts);
        } catch (SQLException away) {
            LOG.warnf(
                    "Link warnings not written yet, kept for the next time: kinds=%d cause=%s",
                    counts.size(), FailureKind.of(away));
            putBack(counts);
        }
    }

    void close(@Observes ShutdownEvent shutdown) {
        write();
    }

    private void write(Map<Key, Count> counts) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement add = connection.prepareStatement(ADD)) {
            for (Map.Entry<Key, Count> entry : counts.entrySet()) {
                add.setString(1, entry.getKey().surveyId());
                add.setString(2, entry.getKey().fault().wireName());
                add.setLong(3, entry.getValue().times());
                add.setTimestamp(4, Timestamp.from(entry.getValue().last()));
                add.addBatch();
            }
            add.executeBatch();
        }
    }

    private synchronized Map<Key, Count> takeAll() {
        Map<Key, Count> taken = unwritten;
        unwritten = new HashMap<>();
        return taken;
    }

    private synchronized void putBack(Map<Key, Count> counts) {
        counts.forEach((key, count) -> unwritten.merge(key, count, Count::plus));
    }
}
