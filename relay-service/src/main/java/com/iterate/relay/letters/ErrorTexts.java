package com.iterate.relay.letters;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;

/** Each fingerprint's text, once. */
public final class ErrorTexts {

    private static final String REMEMBER =
            "insert into error_text (fingerprint, reason, status, text) values (?, ?, ?, ?) on conflict do nothing";

    private ErrorTexts() {}

    /** In the caller's transaction, which is {@linkplain LetterStates#alone alone}. */
    public static void remember(Connection connection, Collection<Fingerprint> fingerprints) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(REMEMBER)) {
            insert.setQueryTimeout(LetterStates.TIMEOUT);
            for (Fingerprint each : fingerprints.stream()
                    .distinct()
                    .sorted(Comparator.comparing(Fingerprint::value))
                    .toList()) {
                insert.setString(1, each.value());
                insert.setString(2, each.reason());
                insert.setInt(3, each.status());
                insert.setString(4, each.text());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
