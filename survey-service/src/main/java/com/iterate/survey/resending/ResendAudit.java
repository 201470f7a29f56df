package com.iterate.survey.resending;

import com.iterate.survey.catalog.PublishedSurvey;
import com.iterate.survey.publishing.Sha;
import com.iterate.webkit.Member;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Who had which answers sent again; the database lets nobody change it. */
@Singleton
class ResendAudit {

    /**
     * One act.
     *
     * @param response SHA-256 of the response's id
     * @param question absent: the whole response
     * @param answers  how many went
     */
    record Act(long id, Instant at, String who, String role, String response, Optional<String> question, int answers) {}

    private static final String ADD = """
            insert into resend_audit (who, role, company, survey, response, question, answers) values (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String LATEST = """
            select id, at, who, role, response, question, answers from resend_audit
             where company = ? and survey = ? and id < ? order by id desc limit ?
            """;

    /** Seconds. One row, or a page of them. */
    private static final int TIMEOUT = 5;

    private final DataSource database;

    ResendAudit(DataSource database) {
        this.database = database;
    }

    static String sha256(String responseId) {
        return Sha.hex(responseId.getBytes(StandardCharsets.UTF_8));
    }

    /** Committed before anything is sent: what is not recorded is not done. */
    void record(Member who, PublishedSurvey survey, String responseId, Optional<String> question, int answers)
            throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement add = connection.prepareStatement(ADD)) {
            add.setQueryTimeout(TIMEOUT);
            add.setString(1, who.email());
            add.setString(2, who.role().wireName());
            add.setString(3, survey.companyId());
            add.setString(4, survey.id());
            add.setString(5, sha256(responseId));
            add.setString(6, question.orElse(null));
            add.setInt(7, answers);
            add.executeUpdate();
        }
    }

    /** Newest first. */
    List<Act> latest(PublishedSurvey survey, long before, int most) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(LATEST)) {
            select.setQueryTimeout(TIMEOUT);
            select.setString(1, survey.companyId());
            select.setString(2, survey.id());
            select.setLong(3, before);
            select.setInt(4, most);
            List<Act> acts = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    acts.add(new Act(
                            row.getLong("id"),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            row.getString("who"),
                            row.getString("role"),
                            row.getString("response"),
                            Optional.ofNullable(row.getString("question")),
                            row.getInt("answers")));
                }
            }
            return acts;
        }
    }
}
