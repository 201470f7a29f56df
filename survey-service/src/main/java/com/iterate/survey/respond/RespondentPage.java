package com.iterate.survey.respond;

import com.iterate.survey.catalog.PublishedSurvey;
import com.iterate.survey.catalog.PublishedSurveys;
import com.iterate.survey.publishing.Pass;
import com.iterate.survey.publishing.ResponseTokens;
import com.iterate.survey.questions.Form;
import com.iterate.survey.questions.Question;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The respondent's pages. All state travels in the sealed token in the path: no cookie, no session, nothing to lose when another
 * instance serves the next page. A link that is merely fetched, as mail scanners do, stores nothing.
 */
@Path("/s/{survey}")
@Produces(MediaType.TEXT_HTML)
public class RespondentPage {

    private final PublishedSurveys surveys;
    private final ResponseTokens tokens;
    private final LinkWarnings warnings;
    private final RateLimit rateLimit;
    private final AnswerStep answers;
    private final Submissions submissions;
    private final PageWriter pages;

    RespondentPage(
            PublishedSurveys surveys,
            ResponseTokens tokens,
            LinkWarnings warnings,
            RateLimit rateLimit,
            AnswerStep answers,
            Submissions submissions,
            PageWriter pages) {
        this.surveys = surveys;
        this.tokens = tokens;
        this.warnings = warnings;
        this.rateLimit = rateLimit;
        this.answers = answers;
        this.submissions = submissions;
        this.pages = pages;
    }

    /** Takes the person's id out of the address at once: what follows shows only the token. */
    @GET
    public Response open(@PathParam("survey") String surveyId, HttpServerRequest request) {
        Optional<PublishedSurvey> survey = surveys.find(surveyId);
        if (survey.isEmpty() || !survey.get().isOpen()) {
            return pages.absent(survey);
        }
        // Not as @QueryParam, which takes an empty id for none, and empty is what a failed rendering leaves.
        LinkReader.Identity identity = LinkReader.read(
                survey.get(),
                Optional.ofNullable(request.getParam("user_braze_id")),
                Optional.ofNullable(request.getParam("user_external_id")),
                Optional.ofNullable(request.getParam("sig")));
        identity.fault().ifPresent(fault -> warnings.count(surveyId, fault));
        String token = tokens.seal(Pass.begin(surveyId, identity.respondent()));
        return PageWriter.to(PageWriter.path(surveyId, token));
    }

    @GET
    @Path("{token}")
    public Response show(
            @PathParam("survey") String surveyId,
            @PathParam("token") String token,
            @QueryParam("q") Optional<String> questionId) {
        Optional<PublishedSurvey> survey = surveys.find(surveyId);
        if (survey.isEmpty() || !survey.get().isOpen()) {
            return pages.absent(survey);
        }
        if (tokens.open(surveyId, token).isEmpty()) {
            return pages.brokenLink(survey.get());
        }
        // A question that an edit took away leads to the beginning; what was answered stays.
        Question question = questionId
                .flatMap(survey.get()::question)
                .orElse(survey.get().questions().get(0));
        return pages.question(survey.get(), token, question);
    }

    @GET
    @Path("{token}/thanks")
    public Response thanks(@PathParam("survey") String surveyId) {
        // A survey that closes meanwhile still owes its thanks.
        return surveys.find(surveyId).map(pages::thanks).orElseGet(() -> pages.absent(Optional.empty()));
    }

    @POST
    @Path("{token}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    public Response answer(
            @PathParam("survey") String surveyId,
            @PathParam("token") String token,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept,
            MultivaluedMap<String, String> fields,
            HttpServerRequest request) {
        Reader reader =
                accept != null && accept.startsWith(MediaType.APPLICATION_JSON) ? Reader.SCRIPT : Reader.BROWSER;
        return submissions.counted(() -> take(surveyId, token, new Form(Map.copyOf(fields)), request, reader));
    }

    private Response take(String surveyId, String token, Form form, HttpServerRequest request, Reader reader) {
        Optional<PublishedSurvey> survey = surveys.find(surveyId);
        if (survey.isEmpty() || !survey.get().isOpen()) {
            return pages.absent(survey);
        }
        Optional<Pass> pass = tokens.open(surveyId, token);
        if (pass.isEmpty()) {
            return pages.brokenLink(survey.get());
        }
        rateLimit.check(request);
        Optional<Question> question = survey.get().question(form.text(PageWriter.QUESTION));
        if (question.isEmpty()) {
            return PageWriter.to(PageWriter.path(surveyId, token));
        }
        return answers.take(survey.get(), pass.get(), token, question.get(), form, reader);
    }

    /** Who reads the answer to a posted form. */
    enum Reader {
        BROWSER,
        /** Our script, which needs to know where to go next. */
        SCRIPT
    }
}
