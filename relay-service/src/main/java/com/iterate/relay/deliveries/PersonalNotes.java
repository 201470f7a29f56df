package com.iterate.relay.deliveries;

import com.iterate.contracts.Respondent;
import com.iterate.erasures.ErasureList;
import com.iterate.erasures.PersonHash;
import com.iterate.erasures.Receipt;
import com.iterate.relay.audit.Who;
import com.iterate.relay.erasures.PersonalData;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;

/** Notes with Braze's words. All others hold nothing but positions. */
@Singleton
class PersonalNotes implements PersonalData {

    private static final String DELETE = "delete from delivery_note where company = ? and person = any (?)";

    /** Seconds. */
    private static final int TIMEOUT = 10;

    private final ErasureList erasures;

    PersonalNotes(ErasureList erasures) {
        this.erasures = erasures;
    }

    @Override
    public Receipt.Store erase(Connection connection, String company, Respondent person, Who by) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setQueryTimeout(TIMEOUT);
            delete.setString(1, company);
            delete.setArray(
                    2,
                    connection.createArrayOf(
                            "bytea",
                            erasures.hashes(company, person).stream()
                                    .map(PersonHash::bytes)
                                    .toArray(byte[][]::new)));
            return new Receipt.Store("delivery-records", Map.of("notes", delete.executeLargeUpdate()));
        }
    }
}
