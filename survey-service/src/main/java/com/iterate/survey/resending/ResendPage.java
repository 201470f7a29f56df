package com.iterate.survey.resending;

import com.iterate.survey.catalog.PublishedSurvey;
import com.iterate.survey.questions.Question;
import com.iterate.survey.results.OwnSurveys;
import com.iterate.webkit.Role;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Asks before answers are sent to Braze again, and sends them. */
@Path("/surveys/{id}/responses/{response}/resend")
@Produces(MediaType.TEXT_HTML)
@Blocking
class ResendPage {

    private final OwnSurveys surveys;
    private final ResendResource resending;

    ResendPage(OwnSurveys surveys, ResendResource resending) {
        this.surveys = surveys;
        this.resending = resending;
    }

    /**
     * @param action     where the wish goes
     * @param questionId whose answer; empty text: all of the response
     * @param question   as it is asked
     * @param after      where the page began that somebody came from
     */
    record resend(
            String survey,
            String title,
            String response,
            String action,
            String questionId,
            String question,
            String after)
            implements TemplateInstance {}

    @GET
    @Operation(hidden = true)
    public TemplateInstance ask(
            @PathParam("id") String id,
            @PathParam("response") String response,
            @QueryParam("question") Optional<String> question,
            @QueryParam("after") Optional<String> after) {
        PublishedSurvey survey = surveys.find(id, Role.ADMIN);
        return new resend(
                survey.id(),
                survey.title(),
                response,
                UriBuilder.fromPath("/surveys/{id}/responses/{response}/resend")
                        .build(id, response)
                        .toString(),
                question.orElse(""),
                question.map(asked ->
                                survey.question(asked).map(Question::prompt).orElse(asked))
                        .orElse(""),
                after.orElse(""));
    }

    @POST
    @Operation(hidden = true)
    public Response send(
            @PathParam("id") String id,
            @PathParam("response") String response,
            @FormParam("question") Optional<String> question,
            @FormParam("after") Optional<String> after)
            throws SQLException {
        Resent resent =
                resending.send(id, response, new ResendResource.Request(question.filter(asked -> !asked.isEmpty())));
        UriBuilder page = UriBuilder.fromPath("/surveys/{id}/responses")
                .queryParam("sent", resent.resent().size())
                .queryParam("left", resent.skipped().size());
        after.filter(place -> !place.isEmpty()).ifPresent(place -> page.queryParam("after", place));
        return Response.seeOther(page.build(id)).build();
    }
}
