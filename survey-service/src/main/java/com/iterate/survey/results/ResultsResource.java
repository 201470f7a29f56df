package com.iterate.survey.results;

import com.iterate.survey.catalog.PublishedSurvey;
import com.iterate.webkit.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The results of a survey: counts, averages, NPS, and what is wrong with its links. */
@Path("/api/surveys/{id}/results")
public class ResultsResource {

    private final OwnSurveys surveys;
    private final ResultsQueries queries;
    private final DataSource database;

    ResultsResource(OwnSurveys surveys, ResultsQueries queries, DataSource database) {
        this.surveys = surveys;
        this.queries = queries;
        this.database = database;
    }

    @GET
    public Results results(@PathParam("id") String surveyId) throws SQLException {
        PublishedSurvey survey = surveys.find(surveyId, Role.VIEWER);
        try (Connection connection = database.getConnection()) {
            return new SurveyReport(
                            survey,
                            queries.numbers(connection, survey),
                            queries.counts(connection, survey, SurveyReport.countable(survey)))
                    .results(queries.totals(connection, survey), queries.warnings(connection, survey));
        }
    }
}
