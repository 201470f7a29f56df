package com.iterate.survey.erasures;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.iterate.contracts.Respondent;
import com.iterate.erasures.ErasureList;
import com.iterate.erasures.Receipt;
import com.iterate.erasures.Receipt.Store;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** What this service's database knows of a person. */
@Singleton
class PersonalRows {

    private static final String ANSWERS = """
            delete from answer using response
            where response.company_id = ? and response.%s = ?
              and answer.company_id = response.company_id and answer.survey_id = response.survey_id
              and answer.response_id = response.response_id
            """;

    private static final String RESPONSES = "delete from response where company_id = ? and %s = ?";

    private static final String RECEIPT =
            "insert into erasure_receipt (company, asked_by, asked_at, receipt) values (?, ?, ?, ?::jsonb)";

    /** Seconds. Somebody who answered a thousand surveys is through in one. */
    private static final int TIMEOUT = 20;

    private final DataSource database;
    private final ErasureList erasures;
    private final ObjectMapper json;

    PersonalRows(DataSource database, ErasureList erasures, ObjectMapper json) {
        this.database = database;
        this.erasures = erasures;
        this.json = json;
    }

    /** All of it, or nothing. Once more finds nothing more. */
    Receipt erase(String company, Respondent person, String askedBy) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Instant now = Instant.now();
                Instant lastCopy = erasures.add(connection, company, person);
                long answers = delete(connection, ANSWERS, company, person);
                long responses = delete(connection, RESPONSES, company, person);
                Receipt receipt = Receipt.of(
                        company,
                        now,
                        lastCopy,
                        List.of(new Store("answers", Map.of("responses", responses, "answers", answers))));
                keep(connection, receipt, askedBy);
                connection.commit();
                return receipt;
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static long delete(Connection connection, String sql, String company, Respondent person)
            throws SQLException {
        String column = person instanceof Respondent.Braze ? "braze_id" : "external_id";
        try (PreparedStatement delete = connection.prepareStatement(sql.formatted(column))) {
            delete.setQueryTimeout(TIMEOUT);
            delete.setString(1, company);
            delete.setString(
                    2, person instanceof Respondent.Braze braze ? braze.id() : ((Respondent.External) person).id());
            return delete.executeLargeUpdate();
        }
    }

    private void keep(Connection connection, Receipt receipt, String askedBy) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(RECEIPT)) {
            insert.setString(1, receipt.company());
            insert.setString(2, askedBy);
            insert.setObject(3, receipt.erasedAt().atOffset(ZoneOffset.UTC));
            insert.setString(4, json.writeValueAsString(receipt));
            insert.executeUpdate();
        } catch (JsonProcessingException ourOwnRecord) {
            throw new IllegalStateException(ourOwnRecord);
        }
    }
}
