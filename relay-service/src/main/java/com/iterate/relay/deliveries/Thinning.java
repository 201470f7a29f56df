package com.iterate.relay.deliveries;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Leaves one mark a minute of what is older than a while, a few rows at a time. The last of each minute stays, so that no answer reads
 * as accepted before it was, and the first of all, since the record begins there. Relays that do so at once pass one another by.
 */
final class Thinning {

    private static final String THIN = """
            delete from delivery_mark where ctid = any (array(
                select mark.ctid from delivery_mark as mark
                 where mark.at >= ? and mark.at < ?
                   and date_trunc('minute', mark.at) = (
                       select date_trunc('minute', next.at) from delivery_mark as next
                        where next.partition = mark.partition and next.finished > mark.finished
                        order by next.finished limit 1)
                   and exists (
                       select 1 from delivery_mark as first
                        where first.partition = mark.partition and first.finished < mark.finished)
                 limit ? for update of mark skip locked))
            """;

    /** What one look goes through: of 24 partitions that move all the time 14,400 marks, some hundred milliseconds. */
    private static final Duration SLICE = Duration.ofMinutes(10);

    /** Seconds. */
    private static final int TIMEOUT = 10;

    private final DeliveriesConfig config;

    /** Since this relay began: all before was looked at. Whoever starts looks at all of it once. */
    private Instant thinnedTo = Instant.EPOCH;

    Thinning(DeliveriesConfig config) {
        this.config = config;
    }

    void thin(Connection connection, Instant now) throws SQLException {
        Instant end = now.minus(config.thinnedAfter()).truncatedTo(ChronoUnit.MINUTES);
        Instant oldest = now.minus(config.kept()).truncatedTo(ChronoUnit.MINUTES);
        thinnedTo = thinnedTo.isBefore(oldest) ? oldest : thinnedTo;
        while (thinnedTo.isBefore(end)) {
            Instant next = thinnedTo.plus(SLICE).isBefore(end) ? thinnedTo.plus(SLICE) : end;
            if (thin(connection, thinnedTo, next) < config.pruneRows()) {
                thinnedTo = next;
            }
        }
    }

    private int thin(Connection connection, Instant from, Instant to) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(THIN)) {
            delete.setQueryTimeout(TIMEOUT);
            delete.setObject(1, from.atOffset(ZoneOffset.UTC));
            delete.setObject(2, to.atOffset(ZoneOffset.UTC));
            delete.setInt(3, config.pruneRows());
            return delete.executeUpdate();
        }
    }
}
