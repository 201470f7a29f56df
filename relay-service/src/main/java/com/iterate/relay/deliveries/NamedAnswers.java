package com.iterate.relay.deliveries;

import com.iterate.relay.deliveries.Told.Named;
import com.iterate.relay.letters.LetterId;
import com.iterate.relay.letters.State;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The answers that were not simply accepted. What became of a failed one since, the dead letter knows that holds it. What a replay
 * has left over of a letter is all that is still dead of it: the rest went through.
 */
final class NamedAnswers {

    private static final String NOTES = """
            select note.partition, note.position, note.question_id, note.form, note.ending, note.by_position, note.at,
                   letter.letter_partition, letter.letter_offset, letter.changed_at,
                   case when last.remaining is null or last.remaining @> note.piece then letter.state
                        else 'DELIVERED' end as state,
                   case when letter.replays > 0 then letter.reason else note.reason end as reason,
                   case when letter.replays > 0 then letter.status else note.status end as status,
                   case when letter.replays > 0 then letter.response else note.words end as words
              from (select delivery_note.*,
                           jsonb_build_array(jsonb_build_object('questionId', question_id, 'as', form)) as piece
                      from unnest(?, ?) as asked (partition, position)
                      join delivery_note using (partition, position)
                     where company in (?, '')) as note
              left join lateral (
                   select letter_partition, letter_offset, dead_letter.state, dead_letter.replays, reason, status, response,
                          changed_at
                     from dead_letter left join letter_state using (letter_partition, letter_offset)
                    where note.ending = 'FAILED'
                      and original_partition = note.partition and original_offset = note.position
                      and (undelivered = '[]' or undelivered @> note.piece)
                    order by letter_partition desc, letter_offset desc limit 1) as letter on true
              left join lateral (
                   select remaining from replay_item
                    where (replay_item.letter_partition, replay_item.letter_offset)
                        = (letter.letter_partition, letter.letter_offset) and remaining is not null
                    order by job desc limit 1) as last on true
             order by note.question_id, note.form
            """;

    private NamedAnswers() {}

    /** By question; a whole record under {@link Told#ALL}. Of other companies' records there is nothing. */
    static Map<Asked, Map<String, List<Named>>> of(Connection connection, String company, List<Asked> asked)
            throws SQLException {
        try (PreparedStatement select = RegisterReader.prepared(connection, NOTES)) {
            RegisterReader.setPositions(select, 1, asked);
            select.setString(3, company);
            Map<Asked, Map<String, List<Named>>> named = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    named.computeIfAbsent(
                                    new Asked(row.getInt("partition"), row.getLong("position")),
                                    record -> new LinkedHashMap<>())
                            .computeIfAbsent(row.getString("question_id"), question -> new ArrayList<>(1))
                            .add(named(row));
                }
            }
            return named;
        }
    }

    private static Named named(ResultSet row) throws SQLException {
        Optional<State> letter = Optional.ofNullable(row.getString("state")).map(State::valueOf);
        String ending = row.getString("ending");
        String state = letter.map(NamedAnswers::since)
                .orElseGet(() -> ending.equals("FAILED") ? "rejected" : ending.toLowerCase(Locale.ROOT));
        Instant noted = RegisterReader.time(row, "at").orElse(Instant.EPOCH);
        Instant at = letter.isEmpty()
                ? noted
                : RegisterReader.time(row, "changed_at").orElse(noted);
        int partition = row.getInt("partition");
        Optional<Asked> by = Optional.ofNullable(row.getObject("by_position", Long.class))
                .map(position -> new Asked(partition, position));
        if (!state.equals("rejected") && !state.equals("replaying")) {
            return Named.ended(row.getString("form"), state, at, by);
        }
        return new Named(
                row.getString("form"),
                state,
                at,
                Optional.ofNullable(row.getString("reason")),
                Optional.ofNullable(row.getObject("status", Integer.class)).filter(status -> status > 0),
                Optional.ofNullable(row.getString("words")).filter(words -> !words.isEmpty()),
                letter.isPresent()
                        ? Optional.of(
                                new LetterId(row.getInt("letter_partition"), row.getLong("letter_offset")).toString())
                        : Optional.empty(),
                by);
    }

    private static String since(State letter) {
        return switch (letter) {
            case OPEN, QUARANTINED -> "rejected";
            case REPLAYING -> "replaying";
            case DELIVERED -> "replayed";
            case SUPERSEDED -> "superseded";
            case DISCARDED -> "discarded";
            case ERASED -> "erased";
        };
    }
}
