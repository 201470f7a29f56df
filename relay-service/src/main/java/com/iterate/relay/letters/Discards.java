package com.iterate.relay.letters;

import com.iterate.relay.audit.Action;
import com.iterate.relay.audit.Audit;
import com.iterate.relay.audit.Entry;
import com.iterate.relay.audit.Who;
import com.iterate.relay.database.Transactions;
import com.iterate.webkit.Member;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Discards in transactions that are short, each with its own lines in the audit: one for each company that it concerns. */
@Singleton
public final class Discards {

    private static final Set<State> FROM = Set.of(State.OPEN, State.QUARANTINED);

    /** A second's work; nobody else writes letters meanwhile. */
    private static final int IN_ONE_TRANSACTION = 5000;

    /** Twenty seconds: what somebody waits for without wondering. */
    private static final int IN_ONE_CALL = 100_000;

    /**
     * @param discarded those that are discarded now
     * @param unchanged those that were in another state, or that there are not
     * @param remaining those that the filter still finds and that could be discarded; 0 if ids were given
     */
    public record Result(long discarded, long unchanged, long remaining) {}

    /** What is needed of a letter. */
    private record Candidate(LetterId id, String company, Instant appendedAt) {}

    private final Pages pages;
    private final Counts counts;
    private final LetterStates states;
    private final Audit audit;

    Discards(Pages pages, Counts counts, LetterStates states, Audit audit) {
        this.pages = pages;
        this.counts = counts;
        this.states = states;
        this.audit = audit;
    }

    Result these(Connection connection, LetterFilter visible, List<LetterId> ids, String reason, Member member)
            throws SQLException {
        List<LetterId> each = ids.stream().distinct().toList();
        List<Candidate> found = pages.those(connection, visible, each, new CandidateReader());
        long discarded = discard(connection, found, reason, member, Map.of("ids", each.size()));
        return new Result(discarded, each.size() - discarded, 0);
    }

    Result all(Transactions transactions, LetterFilter asked, String reason, Member member) {
        Set<State> states = new HashSet<>(FROM);
        if (!asked.state().isEmpty()) {
            states.retainAll(asked.state());
        }
        if (states.isEmpty()) {
            return new Result(0, 0, 0);
        }
        LetterFilter filter = asked.in(states);
        Map<String, Object> details = Map.of("filter", asked.described());
        long discarded = 0;
        long unchanged = 0;
        Optional<Cursor> next = Optional.of(Cursor.START);
        while (next.isPresent() && discarded < IN_ONE_CALL) {
            Cursor after = next.get();
            List<Candidate> page = new ArrayList<>();
            long moved = transactions.run(connection -> {
                page.addAll(pages.page(connection, filter, after, IN_ONE_TRANSACTION, new CandidateReader()));
                return discard(connection, page, reason, member, details);
            });
            discarded += moved;
            unchanged += page.size() - moved;
            next = page.size() < IN_ONE_TRANSACTION ? Optional.empty() : Optional.of(cursor(page.get(page.size() - 1)));
        }
        long remaining = next.isEmpty() ? 0 : transactions.run(connection -> counts.letters(connection, filter));
        return new Result(discarded, unchanged, remaining);
    }

    private static Cursor cursor(Candidate last) {
        return new Cursor(last.appendedAt(), last.id());
    }

    private long discard(
            Connection connection, List<Candidate> found, String reason, Member member, Map<String, Object> asked)
            throws SQLException {
        List<LetterId> ids = found.stream().map(Candidate::id).toList();
        Set<LetterId> moved =
                new HashSet<>(states.move(connection, ids, FROM, State.DISCARDED, Change.by(Who.of(member), reason)));
        Map<String, Integer> byCompany = new TreeMap<>();
        found.stream()
                .filter(each -> moved.contains(each.id()))
                .forEach(each -> byCompany.merge(each.company(), 1, Integer::sum));
        for (Map.Entry<String, Integer> each : byCompany.entrySet()) {
            Map<String, Object> details = new LinkedHashMap<>(asked);
            details.put("reason", reason);
            details.put("letters", each.getValue());
            Optional<String> company = Optional.of(each.getKey()).filter(name -> !name.isEmpty());
            audit.record(connection, new Entry(member, Action.DISCARD, company, details));
        }
        return moved.size();
    }

    private static final class CandidateReader implements RowReader<Candidate> {

        @Override
        public String columns() {
            return "l.letter_partition, l.letter_offset, l.company, l.appended_at";
        }

        @Override
        public Candidate read(ResultSet row) throws SQLException {
            return new Candidate(
                    new LetterId(row.getInt(1), row.getLong(2)),
                    row.getString(3),
                    row.getObject(4, OffsetDateTime.class).toInstant());
        }
    }
}
