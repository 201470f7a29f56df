package com.iterate.survey.catalog;

import com.iterate.survey.braze.BrazeSettings;
import com.iterate.survey.braze.LinkSignature;
import com.iterate.survey.questions.QuestionsJson;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Reads published surveys that have changed. */
@Singleton
class PublishedRows {

    /** Before everything. */
    static final String BEGINNING = "0";

    private static final Logger LOG = Logger.getLogger(PublishedRows.class);

    /**
     * Every transaction before this one has ended, so a snapshot taken later shows what it did. Read before the rows, so
     * that nothing falls between.
     */
    private static final String HORIZON = "select pg_snapshot_xmin(pg_current_snapshot())::text";

    private static final String CHANGED = """
            select s.id, s.company_id, s.state, s.braze, s.link_secret, s.previous_link_secret,
                   v.version, v.title, v.questions, v.design
              from survey s
              join survey_version v on v.survey_id = s.id and v.version = s.live_version
             where s.changed_in >= ?::xid8
            """;

    /** Seconds. A database that does not answer in this time counts as away; the next round tries again. */
    private static final int TIMEOUT = 2;

    private final DataSource database;

    PublishedRows(DataSource database) {
        this.database = database;
    }

    /** @param horizon where the next call goes on */
    record Changed(List<PublishedSurvey> surveys, String horizon) {}

    Changed since(String horizon) throws SQLException {
        try (Connection connection = database.getConnection()) {
            String next = horizon(connection);
            try (PreparedStatement statement = connection.prepareStatement(CHANGED)) {
                statement.setQueryTimeout(TIMEOUT);
                statement.setString(1, horizon);
                return new Changed(read(statement), next);
            }
        }
    }

    private static String horizon(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HORIZON)) {
            statement.setQueryTimeout(TIMEOUT);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static List<PublishedSurvey> read(PreparedStatement statement) throws SQLException {
        List<PublishedSurvey> surveys = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String id = row.getString("id");
                try {
                    surveys.add(survey(id, row));
                } catch (IllegalStateException unreadable) {
                    // One survey that this version cannot read must not keep the others from respondents.
                    LOG.errorf(
                            unreadable, "A published survey cannot be read and keeps its former state: survey=%s", id);
                }
            }
        }
        return surveys;
    }

    private static PublishedSurvey survey(String id, ResultSet row) throws SQLException {
        BrazeSettings braze = StoredJson.read(row.getString("braze"), BrazeSettings.class);
        return new PublishedSurvey(
                id,
                row.getString("company_id"),
                row.getInt("version"),
                row.getString("title"),
                SurveyState.valueOf(row.getString("state")),
                QuestionsJson.stored(row.getString("questions")),
                StoredJson.read(row.getString("design"), Design.class),
                braze,
                braze.signed() ? Optional.of(new LinkSignature(secrets(row))) : Optional.empty());
    }

    private static List<String> secrets(ResultSet row) throws SQLException {
        return Stream.of(row.getString("link_secret"), row.getString("previous_link_secret"))
                .filter(secret -> !secret.isEmpty())
                .toList();
    }
}
