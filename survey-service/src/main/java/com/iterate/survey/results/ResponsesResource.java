package com.iterate.survey.results;

import com.iterate.survey.catalog.PublishedSurvey;
import com.iterate.survey.results.Responses.OneResponse;
import com.iterate.webkit.Problem;
import com.iterate.webkit.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** A survey's responses, page by page. */
@Path("/api/surveys/{id}/responses")
public class ResponsesResource {

    private static final int USUAL_PAGE = 50;

    /** One response more than asked for, to know whether there is a next page. */
    private static final String PAGE = "select " + ResponseReader.COLUMNS + """
                    from (
                      select * from response
                      where company_id = ? and survey_id = ? and (started_at, response_id) < (?, ?)
                      order by started_at desc, response_id desc
                      limit ?
                    ) as response
                    left join answer using (company_id, survey_id, response_id)
                    order by response.started_at desc, response.response_id desc, answer.submitted_at, answer.question_id
                    """;

    private final OwnSurveys surveys;
    private final DataSource database;
    private final ResultsConfig config;
    private final DeliveryOfResponses delivery;

    ResponsesResource(OwnSurveys surveys, DataSource database, ResultsConfig config, DeliveryOfResponses delivery) {
        this.surveys = surveys;
        this.database = database;
        this.config = config;
        this.delivery = delivery;
    }

    /** @param limit how many; at most 200 */
    @GET
    public Responses responses(
            @PathParam("id") String surveyId,
            @QueryParam("after") Optional<String> after,
            @QueryParam("limit") Optional<String> limit)
            throws SQLException {
        PublishedSurvey survey = surveys.find(surveyId, Role.VIEWER);
        PageCursor from = after.map(PageCursor::of).orElse(PageCursor.START);
        int size = limit.map(this::size).orElse(USUAL_PAGE);
        List<OneResponse> page = page(survey, from, size + 1);
        boolean more = page.size() > size;
        List<OneResponse> shown = more ? page.subList(0, size) : page;
        return new Responses(
                delivery.addTo(survey.companyId(), shown),
                more ? Optional.of(PageCursor.after(shown.get(size - 1)).text()) : Optional.empty());
    }

    private List<OneResponse> page(PublishedSurvey survey, PageCursor from, int size) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setString(1, survey.companyId());
            select.setString(2, survey.id());
            select.setObject(3, from.startedAt().atOffset(ZoneOffset.UTC));
            select.setString(4, from.responseId());
            select.setInt(5, size);
            try (ResultSet rows = select.executeQuery()) {
                ResponseReader reader = new ResponseReader(rows);
                List<OneResponse> page = new ArrayList<>();
                for (Optional<OneResponse> next = reader.next(); next.isPresent(); next = reader.next()) {
                    page.add(next.get());
                }
                return page;
            }
        }
    }

    private int size(String limit) {
        try {
            int size = Integer.parseInt(limit);
            if (size >= 1 && size <= config.mostPerPage()) {
                return size;
            }
        } catch (NumberFormatException notANumber) {
            // The same answer as for a number out of range.
        }
        throw new Problem(400, "bad-limit", "Page too large", "limit must be 1 to " + config.mostPerPage() + ".");
    }
}
