package com.iterate.relay.replay;

import com.iterate.contracts.Respondent;
import com.iterate.erasures.Receipt;
import com.iterate.relay.audit.Who;
import com.iterate.relay.erasures.PersonalData;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;

/**
 * What Braze said of a person's letters in replays; those that are not over end by themselves, once their letters are erased. First of
 * all places, for afterwards no letter knows whose it was.
 */
@Singleton
@Priority(1)
class PersonalReplays implements PersonalData {

    private static final String FORGET = """
            update replay_item set response = null
             where response is not null
               and (letter_partition, letter_offset) in (
                   select letter_partition, letter_offset from dead_letter
                    where respondent_id = ? and respondent_kind = ? and ? in (company, event_company))
            """;

    /** Nothing is left for it to collect, and its filter names the person. What it has collected goes its way. */
    private static final String NO_MORE = """
            update replay_job set phase = 'CANCELLED', ended_at = now(), filter = null
             where ended_at is null and filter #>> array['respondent', ?] = ? and company in ('', ?)
            """;

    /** Seconds. */
    private static final int TIMEOUT = 10;

    @Override
    public Receipt.Store erase(Connection connection, String company, Respondent person, Who by) throws SQLException {
        boolean isBraze = person instanceof Respondent.Braze;
        String id = person instanceof Respondent.Braze braze ? braze.id() : ((Respondent.External) person).id();
        try (PreparedStatement noMore = connection.prepareStatement(NO_MORE)) {
            noMore.setQueryTimeout(TIMEOUT);
            noMore.setString(1, isBraze ? "brazeId" : "externalId");
            noMore.setString(2, id);
            noMore.setString(3, company);
            noMore.executeUpdate();
        }
        try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
            forget.setQueryTimeout(TIMEOUT);
            forget.setString(1, id);
            forget.setString(2, isBraze ? "braze" : "external");
            forget.setString(3, company);
            return new Receipt.Store("replays", Map.of("answers-of-braze", forget.executeLargeUpdate()));
        }
    }
}
