package com.iterate.relay.replay;

import static com.iterate.relay.database.TransactionThread.prepared;

import com.iterate.relay.database.Transactions;
import com.iterate.relay.letters.Condition;
import com.iterate.relay.letters.Counts;
import com.iterate.relay.letters.LetterFilter;
import com.iterate.relay.letters.State;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** What a replay would do, without doing it. Blocks. */
@Singleton
public final class DryRun {

    /**
     * @param letters            that would be in it
     * @param companies          of them by company
     * @param supersededEstimate how many would find nothing left to send; known exactly only when they are sent
     * @param seconds            how long it would take, unless live answers need the lanes
     */
    public record Outlook(long letters, Map<String, Long> companies, long supersededEstimate, long seconds) {}

    /** Companies whose rate is looked up: small ones do not decide how long it takes. */
    private static final int MOST_ASKED = 20;

    private static final String COUNT = "select l.company, count(*) from dead_letter l where %s group by l.company";

    private final Transactions transactions;
    private final Counts counts;
    private final ReplayConfig config;

    DryRun(Transactions transactions, Counts counts, ReplayConfig config) {
        this.transactions = transactions;
        this.counts = counts;
        this.config = config;
    }

    /** @param requestsPerSecond that Braze takes from a company */
    Outlook of(Order order, ToDoubleFunction<String> requestsPerSecond) {
        Condition condition = condition(order);
        return transactions.run(connection -> {
            Map<String, Long> companies = count(connection, order.chosen(), condition);
            // What nobody can read belongs to no company, and cannot be sent.
            companies.remove("");
            long letters = sum(companies);
            long all = sum(counts.byCompany(connection, LetterFilter.ALL));
            double superseded = SupersededShare.of(connection, condition, letters, all);
            return new Outlook(
                    letters,
                    companies,
                    Math.round(letters * superseded),
                    seconds(companies, letters, order.ratePerSecond(), requestsPerSecond));
        });
    }

    private static long sum(Map<String, Long> companies) {
        return companies.values().stream().mapToLong(Long::longValue).sum();
    }

    private long seconds(
            Map<String, Long> companies, long letters, double rate, ToDoubleFunction<String> requestsPerSecond) {
        double seconds = letters / rate;
        List<Map.Entry<String, Long>> largest = companies.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST_ASKED)
                .toList();
        for (Map.Entry<String, Long> each : largest) {
            double most = requestsPerSecond.applyAsDouble(each.getKey()) * config.partOfTheRate();
            seconds = Math.max(seconds, each.getValue() / most);
        }
        return (long) Math.ceil(seconds);
    }

    /** Columns of one index, wherever the filter allows: whether a letter can be sent at all is found out when it is taken. */
    private static Condition condition(Order order) {
        String[] from = order.chosen().from().stream().map(State::name).toArray(String[]::new);
        Condition chosen = order.chosen() instanceof Order.ByFilter byFilter
                ? byCause(byFilter.filter())
                : order.chosen().where();
        return chosen.and(new Condition("l.state = any (?) and l.company <> ''", List.of((Object) from)));
    }

    /** A fingerprint knows its reason and status. */
    private static Condition byCause(LetterFilter filter) {
        LetterFilter rest = new LetterFilter(
                filter.company(),
                Optional.empty(),
                Optional.empty(),
                filter.survey(),
                filter.respondent(),
                filter.from(),
                filter.to(),
                Set.of(),
                filter.text(),
                filter.fingerprint());
        Condition condition = rest.where();
        if (filter.reason().isPresent()) {
            condition = condition.and(new Condition(
                    "l.fingerprint in (select fingerprint from error_text where reason = ?)",
                    List.of(filter.reason().get())));
        }
        if (filter.status().isPresent()) {
            condition = condition.and(new Condition(
                    "l.fingerprint in (select fingerprint from error_text where status = ?)",
                    List.of(filter.status().get())));
        }
        return condition;
    }

    private Map<String, Long> count(Connection connection, Order.Chosen chosen, Condition condition)
            throws SQLException {
        if (chosen instanceof Order.ByFilter byFilter) {
            return counts.byCompany(connection, byFilter.filter().in(chosen.from()));
        }
        try (PreparedStatement query = prepared(connection, COUNT.formatted(condition.sql()))) {
            condition.bind(query, 1);
            Map<String, Long> companies = new TreeMap<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    companies.put(row.getString(1), row.getLong(2));
                }
            }
            return companies;
        }
    }
}
