package com.iterate.relay.projection;

import com.iterate.relay.letters.ErasedPeople;
import com.iterate.relay.letters.ErasedPeople.CompanyPerson;
import com.iterate.relay.letters.LetterId;
import com.iterate.relay.letters.State;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of letters before they are (again) in the table: what a rebuild keeps, and who asked to be forgotten. */
final class Fates {

    private static final String FIND = """
            select letter_partition, letter_offset, state, replays, last_reason, last_status, last_response, last_failed_at
              from letter_state where (letter_partition, letter_offset) in (select * from unnest(?::integer[], ?::bigint[]))
            """;

    private record Fate(State state, int replays, Optional<LastFailure> failure) {}

    private record LastFailure(String reason, int status, String response, Instant at) {}

    private final Map<LetterId, Fate> fates;
    private final Set<CompanyPerson> erased;

    private Fates(Map<LetterId, Fate> fates, Set<CompanyPerson> erased) {
        this.fates = fates;
        this.erased = erased;
    }

    static Fates of(Connection connection, List<Projected> letters, ErasedPeople people, int timeout)
            throws SQLException {
        List<CompanyPerson> persons = letters.stream()
                .flatMap(letter -> letter.content().person().stream())
                .distinct()
                .toList();
        return new Fates(find(connection, letters, timeout), people.among(connection, persons));
    }

    private static Map<LetterId, Fate> find(Connection connection, List<Projected> letters, int timeout)
            throws SQLException {
        Object[] partitions =
                letters.stream().map(letter -> letter.id().partition()).toArray();
        Object[] offsets = letters.stream().map(letter -> letter.id().offset()).toArray();
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setQueryTimeout(timeout);
            find.setArray(1, connection.createArrayOf("integer", partitions));
            find.setArray(2, connection.createArrayOf("bigint", offsets));
            Map<LetterId, Fate> found = new HashMap<>();
            try (ResultSet row = find.executeQuery()) {
                while (row.next()) {
                    found.put(new LetterId(row.getInt(1), row.getLong(2)), fate(row));
                }
            }
            return found;
        }
    }

    private static Fate fate(ResultSet row) throws SQLException {
        String reason = row.getString("last_reason");
        OffsetDateTime failedAt = row.getObject("last_failed_at", OffsetDateTime.class);
        Optional<LastFailure> failure = reason == null || failedAt == null
                ? Optional.empty()
                : Optional.of(new LastFailure(
                        reason, row.getInt("last_status"), text(row.getString("last_response")), failedAt.toInstant()));
        return new Fate(State.valueOf(row.getString("state")), row.getInt("replays"), failure);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    Projected meet(Projected letter) {
        Projected met = Optional.ofNullable(fates.get(letter.id()))
                .map(fate -> apply(fate, letter))
                .orElse(letter);
        boolean forgotten = met.state() == State.ERASED
                || met.content().person().filter(erased::contains).isPresent();
        return forgotten ? met.erased() : met;
    }

    private static Projected apply(Fate fate, Projected letter) {
        Projected in = letter.in(fate.state(), fate.replays());
        return fate.failure()
                .map(last -> in.failing(
                        in.failure().then(last.reason(), last.status(), last.response(), last.at(), fate.replays())))
                .orElse(in);
    }
}
