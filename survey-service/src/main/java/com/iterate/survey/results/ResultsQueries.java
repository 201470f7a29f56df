package com.iterate.survey.results;

import com.iterate.survey.catalog.PublishedSurvey;
import com.iterate.survey.results.Results.Warning;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The questions that results ask of the database, for one survey each. */
@Singleton
class ResultsQueries {

    private static final String TOTALS =
            "select count(*), count(completed_at) from response where company_id = ? and survey_id = ?";

    private static final String NUMBERS = """
            select question_id, (array_agg(prompt order by submitted_at desc))[1], max(coalesce(question_type, '')),
              count(*), avg(number), min(number), max(number)
            from answer
            where company_id = ? and survey_id = ?
              and num_nonnulls(number, words, flag, choices, moment) > 0
            group by question_id
            order by min(submitted_at), question_id
            """;

    /** Own words beside the options may be many; what is beyond the most frequent ones is not worth a page. */
    private static final String COUNTS = """
            select question_id, value, count(*), avg(place) from (
              select question_id, coalesce(trim_scale(number)::text, flag::text, words) as value, null::bigint as place
              from answer where company_id = ? and survey_id = ? and question_id = any (?) and choices is null
              union all
              select question_id, choice, place
              from answer, unnest(choices) with ordinality as chosen (choice, place)
              where company_id = ? and survey_id = ? and question_id = any (?)
            ) as given
            where value is not null
            group by question_id, value
            order by count(*) desc, value
            limit 5000
            """;

    private static final String WARNINGS =
            "select fault, times, last_at from link_warning where survey_id = ? order by fault";

    record Totals(long started, long completed) {}

    Totals totals(Connection connection, PublishedSurvey survey) throws SQLException {
        try (PreparedStatement select = of(connection, TOTALS, survey);
                ResultSet row = select.executeQuery()) {
            row.next();
            return new Totals(row.getLong(1), row.getLong(2));
        }
    }

    List<Tally.Numbers> numbers(Connection connection, PublishedSurvey survey) throws SQLException {
        try (PreparedStatement select = of(connection, NUMBERS, survey);
                ResultSet row = select.executeQuery()) {
            List<Tally.Numbers> numbers = new ArrayList<>();
            while (row.next()) {
                numbers.add(new Tally.Numbers(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        decimal(row, 5),
                        decimal(row, 6),
                        decimal(row, 7)));
            }
            return numbers;
        }
    }

    List<Tally.Count> counts(Connection connection, PublishedSurvey survey, List<String> questionIds)
            throws SQLException {
        try (PreparedStatement select = of(connection, COUNTS, survey)) {
            select.setArray(3, connection.createArrayOf("text", questionIds.toArray()));
            select.setString(4, survey.companyId());
            select.setString(5, survey.id());
            select.setArray(6, connection.createArrayOf("text", questionIds.toArray()));
            try (ResultSet row = select.executeQuery()) {
                List<Tally.Count> counts = new ArrayList<>();
                while (row.next()) {
                    counts.add(new Tally.Count(row.getString(1), row.getString(2), row.getLong(3), decimal(row, 4)));
                }
                return counts;
            }
        }
    }

    List<Warning> warnings(Connection connection, PublishedSurvey survey) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(WARNINGS)) {
            select.setString(1, survey.id());
            try (ResultSet row = select.executeQuery()) {
                List<Warning> warnings = new ArrayList<>();
                while (row.next()) {
                    String fault = row.getString(1);
                    warnings.add(new Warning(
                            fault,
                            WarningText.of(fault),
                            row.getLong(2),
                            row.getObject(3, OffsetDateTime.class).toInstant()));
                }
                return warnings;
            }
        }
    }

    private static PreparedStatement of(Connection connection, String sql, PublishedSurvey survey) throws SQLException {
        PreparedStatement select = connection.prepareStatement(sql);
        select.setString(1, survey.companyId());
        select.setString(2, survey.id());
        return select;
    }

    private static Optional<BigDecimal> decimal(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getBigDecimal(column));
    }
}
