package com.iterate.survey.resending;

import com.iterate.contracts.Respondent;
import com.iterate.survey.catalog.PublishedSurvey;
import com.iterate.survey.resending.Recorded.Newest;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The questions that resending asks of the database. */
@Singleton
class RecordedAnswers {

    private static final String OF_RESPONSE = "select " + RecordedRow.COLUMNS + """
            from response join answer using (company_id, survey_id, response_id)
            where response.company_id = ? and response.survey_id = ? and response.response_id = ?
            order by answer.submitted_at, answer.question_id
            """;

    private static final String NEWEST = """
            select distinct on (attribute) attribute, submitted_at, kafka_offset
            from response join answer using (company_id, survey_id, response_id)
            where response.company_id = ? and response.%s = ? and 'braze-attributes' = any (deliver)
            order by attribute, submitted_at desc, kafka_offset desc
            """;

    private final DataSource database;

    RecordedAnswers(DataSource database) {
        this.database = database;
    }

    /** Of those that were read before their way to Braze was taken down nothing is found. */
    List<Recorded> of(PublishedSurvey survey, String responseId) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(OF_RESPONSE)) {
            select.setString(1, survey.companyId());
            select.setString(2, survey.id());
            select.setString(3, responseId);
            try (ResultSet row = select.executeQuery()) {
                List<Recorded> found = new ArrayList<>();
                while (row.next()) {
                    RecordedRow.read(row).ifPresent(found::add);
                }
                return found;
            }
        }
    }

    /** By attribute, over all surveys of the company. */
    Map<String, Newest> newest(String company, Respondent person) throws SQLException {
        boolean isBraze = person instanceof Respondent.Braze;
        if (person instanceof Respondent.Anonymous) {
            return Map.of();
        }
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(NEWEST.formatted(isBraze ? "braze_id" : "external_id"))) {
            select.setString(1, company);
            select.setString(
                    2, person instanceof Respondent.Braze braze ? braze.id() : ((Respondent.External) person).id());
            try (ResultSet row = select.executeQuery()) {
                Map<String, Newest> newest = new HashMap<>();
                while (row.next()) {
                    newest.put(row.getString(1), new Newest(RecordedRow.time(row, 2), row.getLong(3)));
                }
                return newest;
            }
        }
    }
}
