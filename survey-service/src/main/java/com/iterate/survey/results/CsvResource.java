package com.iterate.survey.results;

import com.iterate.survey.catalog.PublishedSurvey;
import com.iterate.survey.questions.Question;
import com.iterate.survey.results.Responses.OneAnswer;
import com.iterate.survey.results.Responses.OneResponse;
import com.iterate.webkit.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * All responses as CSV, a column for each question, and one for how their delivery stands. Streamed: a million responses take no
 * more memory than a few hundred.
 */
@Path("/api/surveys/{id}/responses.csv")
public class CsvResource {

    private static final String ALL = "select " + ResponseReader.COLUMNS + """
            from response left join answer using (company_id, survey_id, response_id)
            where response.company_id = ? and response.survey_id = ?
            order by response.started_at desc, response.response_id desc
            """;

    /** Rows that the driver fetches at once; without it the driver holds all of them. */
    private static final int ROWS_AT_ONCE = 1000;

    /** Answers about whose delivery the relay is asked at once: one question to it, of some ten milliseconds. */
    private static final int ANSWERS_AT_ONCE = 1000;

    private final OwnSurveys surveys;
    private final DataSource database;
    private final DeliveryOfResponses delivery;

    CsvResource(OwnSurveys surveys, DataSource database, DeliveryOfResponses delivery) {
        this.surveys = surveys;
        this.database = database;
        this.delivery = delivery;
    }

    @GET
    public Response csv(@PathParam("id") String surveyId) {
        PublishedSurvey survey = surveys.find(surveyId, Role.VIEWER);
        StreamingOutput lines = out -> write(survey, out);
        return Response.ok(lines, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"responses-" + survey.id() + ".csv\"")
                .build();
    }

    private void write(PublishedSurvey survey, OutputStream out) throws IOException {
        try (Connection connection = database.getConnection()) {
            // The driver streams inside a transaction only.
            connection.setAutoCommit(false);
            try (PreparedStatement select = connection.prepareStatement(ALL)) {
                select.setString(1, survey.companyId());
                select.setString(2, survey.id());
                select.setFetchSize(ROWS_AT_ONCE);
                try (ResultSet rows = select.executeQuery()) {
                    write(survey, new ResponseReader(rows), out);
                }
            } finally {
                connection.rollback();
            }
        } catch (SQLException cutOff) {
            throw new IOException("the database went away", cutOff);
        }
    }

    private void write(PublishedSurvey survey, ResponseReader reader, OutputStream out)
            throws IOException, SQLException {
        List<Question> questions = survey.questions().stream()
                .filter(question -> question.answerType().isPresent())
                .toList();
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        header(questions, new CsvLine(writer));
        DeliveryColumn column = new DeliveryColumn(delivery, survey.companyId());
        for (List<OneResponse> some = some(reader); !some.isEmpty(); some = some(reader)) {
            for (OneResponse response : column.addTo(some)) {
                line(response, questions, new CsvLine(writer));
            }
        }
        writer.flush();
    }

    private static List<OneResponse> some(ResponseReader reader) throws SQLException {
        List<OneResponse> some = new ArrayList<>();
        int answers = 0;
        while (answers < ANSWERS_AT_ONCE && some.size() < ANSWERS_AT_ONCE) {
            Optional<OneResponse> next = reader.next();
            if (next.isEmpty()) {
                return some;
            }
            some.add(next.get());
            answers += next.get().answers().size();
        }
        return some;
    }

    private static void header(List<Question> questions, CsvLine header) throws IOException {
        header.cell("response")
                .cell("braze_id")
                .cell("external_id")
                .cell("started")
                .cell("completed");
        for (Question question : questions) {
            header.cell(question.prompt());
        }
        header.cell("delivery").end();
    }

    private static void line(OneResponse response, List<Question> questions, CsvLine line) throws IOException {
        Map<String, OneAnswer> answers = new HashMap<>();
        response.answers().forEach(answer -> answers.put(answer.questionId(), answer));
        line.cell(response.responseId())
                .cell(response.brazeId().orElse(null))
                .cell(response.externalId().orElse(null))
                .cell(response.startedAt())
                .cell(response.completedAt().orElse(null));
        for (Question question : questions) {
            OneAnswer answer = answers.get(question.id());
            line.cell(answer == null ? null : answer.value());
        }
        line.cell(DeliveryColumn.of(response)).end();
    }
}
