package com.iterate.survey.respond;

import com.iterate.survey.catalog.PublishedSurvey;
import com.iterate.survey.questions.Form;
import com.iterate.survey.questions.Question;
import com.iterate.survey.questions.Statement;
import com.iterate.survey.respond.RespondentPage.Reader;
import com.iterate.webkit.Problem;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Writes the respondent's pages, and says where to go. */
@Singleton
class PageWriter {

    /** Words that no question may have as its id, so that no field of a question can be taken for them. */
    static final String QUESTION = "question";

    static final String SHOWN = "step";

    private static final String OURS = "#1d4ed8";

    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

    private final RespondConfig config;

    PageWriter(RespondConfig config) {
        this.config = config;
    }

    static String path(String surveyId, String token) {
        return "/s/" + surveyId + "/" + token;
    }

    /** A path and no absolute address: whatever proxy stands before us knows its own name. */
    static Response to(String path) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, path)
                // The first of these addresses holds the person's id.
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    static Response onTo(String path, Reader reader) {
        return reader == Reader.BROWSER
                ? to(path)
                : Response.ok(Map.of("next", path), MediaType.APPLICATION_JSON_TYPE)
                        .build();
    }

    Response question(PublishedSurvey survey, String token, Question question) {
        String shown = UUID.randomUUID().toString();
        return page(
                        200,
                        question(survey, token, question, new Form(Map.of(SHOWN, java.util.List.of(shown))), "", false))
                .build();
    }

    Response refused(PublishedSurvey survey, String token, Question question, Form form, String error) {
        return page(422, question(survey, token, question, form, error, false)).build();
    }

    /** Keeps what was typed: without JavaScript the same button tries again. */
    Response notNow(PublishedSurvey survey, String token, Question question, Form form, Reader reader) {
        if (reader == Reader.SCRIPT) {
            throw new Problem(
                            503,
                            "not-accepted-yet",
                            "Not accepted yet",
                            "The answer could not be stored safely. Send it again.")
                    .retryAfter(config.retryAfter());
        }
        return page(503, question(survey, token, question, form, "", true))
                .header(HttpHeaders.RETRY_AFTER, config.retryAfter().toSeconds())
                .build();
    }

    Response thanks(PublishedSurvey survey) {
        return page(200, new SurveyPages.thanks(look(survey))).build();
    }

    Response absent(Optional<PublishedSurvey> survey) {
        return survey.map(closed -> page(
                        410,
                        new SurveyPages.notice(
                                look(closed),
                                "This survey is closed",
                                "It takes no answers any more. Thank you for your interest.")))
                .orElseGet(() -> page(
                        404,
                        new SurveyPages.notice(
                                new SurveyPages.Look("", OURS),
                                "We could not find this survey",
                                "Please check that the link is complete. If you typed it, look for a missing letter.")))
                .build();
    }

    Response brokenLink(PublishedSurvey survey) {
        return page(
                        404,
                        new SurveyPages.notice(
                                look(survey),
                                "This page is not complete",
                                "Please open the survey again from the message that you received."))
                .build();
    }

    private static SurveyPages.question question(
            PublishedSurvey survey, String token, Question question, Form form, String error, boolean waiting) {
        int at = survey.questions().indexOf(question);
        int total = survey.questions().size();
        String path = path(survey.id(), token);
        return new SurveyPages.question(
                look(survey),
                new SurveyPages.Step(
                        path,
                        form.text(SHOWN),
                        at + 1,
                        total,
                        at == 0
                                ? ""
                                : path + "?q=" + survey.questions().get(at - 1).id(),
                        button(waiting, at + 1 == total, question),
                        error,
                        waiting),
                QuestionViews.of(question, form));
    }

    private static String button(boolean waiting, boolean last, Question question) {
        if (waiting) {
            return "Try again";
        }
        return last && !(question instanceof Statement) ? "Send" : last ? "Finish" : "Continue";
    }

    private static SurveyPages.Look look(PublishedSurvey survey) {
        return new SurveyPages.Look(survey.title(), survey.design().colour());
    }

    private static Response.ResponseBuilder page(int status, TemplateInstance page) {
        return Response.status(status)
                .type(HTML)
                .entity(page.render())
                // Each page shows one person's answers.
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
