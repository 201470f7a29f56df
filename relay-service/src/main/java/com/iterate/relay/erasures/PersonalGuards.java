package com.iterate.relay.erasures;

import com.iterate.contracts.Respondent;
import com.iterate.erasures.Receipt;
import com.iterate.relay.audit.Who;
import com.iterate.relay.guard.PersonKey;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;

/** When which attribute of a person was written: nothing of theirs is sent any more that it could guard. */
@Singleton
class PersonalGuards implements PersonalData {

    private static final String DELETE = "delete from guarded where person = ?";

    /** Seconds. One row, and those that go with it. */
    private static final int TIMEOUT = 10;

    @Override
    public Receipt.Store erase(Connection connection, String company, Respondent person, Who by) throws SQLException {
        String key = person instanceof Respondent.Braze braze
                ? company + "|braze:" + braze.id()
                : company + "|external:" + ((Respondent.External) person).id();
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setQueryTimeout(TIMEOUT);
            delete.setObject(
                    1, PersonKey.of(key.getBytes(StandardCharsets.UTF_8)).uuid());
            return new Receipt.Store("order-guard", Map.of("people", delete.executeLargeUpdate()));
        }
    }
}
