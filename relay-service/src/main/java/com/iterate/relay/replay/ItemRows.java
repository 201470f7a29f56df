package com.iterate.relay.replay;

import static com.iterate.relay.database.TransactionThread.prepared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.iterate.relay.letters.LetterId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The letters of jobs, as they are read for sending. */
final class ItemRows {

    /** What a letter's last replay left over is all that the next one sends. */
    private static final String READ = """
            select i.job, i.letter_partition, i.letter_offset, i.partition, i.original_offset, i.company,
                   l.key, l.value, l.replays, coalesce(last.remaining, l.undelivered) as pieces,
                   j.rename
              from replay_item i
              join replay_job j on j.id = i.job
              join dead_letter l using (letter_partition, letter_offset)
              left join lateral (
                   select remaining from replay_item before
                    where (before.letter_partition, before.letter_offset) = (i.letter_partition, i.letter_offset)
                      and before.remaining is not null
                    order by before.job desc limit 1) last on true
             where i.result is null and l.key is not null and l.value is not null and l.state = 'REPLAYING' and
            """;

    private static final String LEFT_OVER = READ + " i.partition = any (?) and i.claimed_by is not null";

    /** Claimed, and not in the view although the topic has them: it was emptied, and has not been read so far. */
    private static final String NOT_READ_YET = """
            select 1 from replay_item i
              left join dead_letter l on (l.letter_partition, l.letter_offset) = (i.letter_partition, i.letter_offset)
              left join letter_position p on p.letter_partition = i.letter_partition
             where i.partition = any (?) and i.result is null and i.claimed_by is not null
               and l.letter_offset is null and i.letter_offset >= coalesce(p.next_offset, 0)
             limit 1
            """;

    private static final String THESE = READ + """
             i.job = ? and (i.letter_partition, i.letter_offset) in (select * from unnest(?, ?))
             order by i.submitted_at, i.original_offset
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    private ItemRows() {}

    /**
     * What was claimed in these partitions.
     *
     * @throws ViewIsBehind if some of it cannot be read now; whoever went on without it might send something older over it
     */
    static List<Item> leftOver(Connection connection, Set<Integer> partitions) throws SQLException {
        try (PreparedStatement query = prepared(connection, NOT_READ_YET)) {
            query.setArray(1, Ids.array(connection, "integer", partitions.toArray()));
            try (ResultSet row = query.executeQuery()) {
                if (row.next()) {
                    throw new ViewIsBehind();
                }
            }
        }
        try (PreparedStatement query = prepared(connection, LEFT_OVER)) {
            query.setArray(1, Ids.array(connection, "integer", partitions.toArray()));
            return read(query);
        }
    }

    /** Those of them that may be sent, oldest first. */
    static List<Item> these(Connection connection, long job, List<LetterId> letters) throws SQLException {
        try (PreparedStatement query = prepared(connection, THESE)) {
            query.setLong(1, job);
            Ids.set(query, 2, letters);
            return read(query);
        }
    }

    static String json(List<Piece> pieces) {
        try {
            return JSON.writeValueAsString(pieces);
        } catch (JsonProcessingException notPlain) {
            throw new IllegalArgumentException(notPlain);
        }
    }

    private static List<Item> read(PreparedStatement query) throws SQLException {
        List<Item> items = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                items.add(new Item(
                        row.getLong("job"),
                        Ids.of(row),
                        row.getInt("partition"),
                        row.getLong("original_offset"),
                        row.getString("company"),
                        row.getBytes("key"),
                        row.getBytes("value"),
                        value(row.getString("pieces"), new TypeReference<List<Piece>>() {}),
                        value(row.getString("rename"), new TypeReference<Map<String, String>>() {}),
                        row.getInt("replays")));
            }
        }
        return items;
    }

    /** A letter's own pieces say more of each. */
    static <T> T value(String json, TypeReference<T> type) {
        try {
            return JSON.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(json);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalArgumentException("the table holds what nobody wrote there", notOurs);
        }
    }
}
