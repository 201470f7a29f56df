package com.iterate.relay.replay;

import static com.iterate.relay.database.TransactionThread.prepared;

import com.iterate.relay.deadletters.Reason;
import com.iterate.relay.letters.Condition;
import com.iterate.relay.letters.State;
import com.iterate.webkit.Problem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Why none of the letters that somebody chose can be replayed, and what to do with them. */
final class NothingToReplay {

    private static final String OPEN = "select l.reason, count(*) from dead_letter l where %s group by l.reason";

    private static final List<String> NEVER_SENT = List.of(Reason.WRONG_KEY.name(), Reason.UNREADABLE.name());

    private static final String NONE_OPEN =
            "None of these letters is open: they are delivered, or belong to another replay until it is over."
                    + " GET /api/dead-letters/replays shows replays.";

    private NothingToReplay() {}

    /** @param order of which no letter could be taken: what of it is open cannot be sent */
    static Problem of(Connection connection, Order order) throws SQLException {
        Map<String, Long> open = open(connection, order.chosen());
        return new Problem(409, "nothing-to-replay", "Nothing to replay", open.isEmpty() ? NONE_OPEN : words(open));
    }

    private static String words(Map<String, Long> open) {
        String counts = open.entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey())
                .collect(Collectors.joining(", "));
        if (!NEVER_SENT.containsAll(open.keySet())) {
            return "What is open of these letters (" + counts
                    + ") has nothing that the relay could send: the original was not"
                    + " kept, or no relay wrote it. GET /api/dead-letters/{id} shows where the original lies; have it published"
                    + " anew, then discard the letter.";
        }
        return "What is open of these letters (" + counts
                + ") is never sent by the relay: it cannot tell whose it is, or"
                + " whether that person has answered since. Resend answers to surveys of survey-service there; have the rest"
                + " published anew by who published it (header ce_source), under the right key and as far as it still holds. Then"
                + " discard the letters with POST /api/dead-letters/discards.";
    }

    private static Map<String, Long> open(Connection connection, Order.Chosen chosen) throws SQLException {
        String[] from = chosen.from().stream().map(State::name).toArray(String[]::new);
        Condition condition = chosen.where().and(new Condition("l.state = any (?)", List.of((Object) from)));
        try (PreparedStatement query = prepared(connection, OPEN.formatted(condition.sql()))) {
            condition.bind(query, 1);
            Map<String, Long> open = new TreeMap<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    open.put(row.getString(1), row.getLong(2));
                }
            }
            return open;
        }
    }
}
