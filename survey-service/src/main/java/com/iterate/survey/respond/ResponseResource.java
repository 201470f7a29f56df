package com.iterate.survey.respond;

import com.iterate.contracts.Respondent;
import com.iterate.survey.catalog.PublishedSurvey;
import com.iterate.survey.publishing.Pass;
import com.iterate.survey.publishing.PublishOutcome;
import com.iterate.survey.publishing.ResponseTokens;
import com.iterate.survey.respond.Submission.GivenAnswer;
import com.iterate.survey.respond.Submission.Person;
import com.iterate.survey.respond.Submission.Receipt;
import com.iterate.webkit.Problem;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes answers from apps and other services. Public: the link to a survey is all that a respondent has, too. */
@Path("/api/surveys/{id}/responses")
public class ResponseResource {

    private final OpenSurveys surveys;
    private final ResponseTokens tokens;
    private final Submissions submissions;
    private final LinkWarnings warnings;
    private final RateLimit rateLimit;
    private final RespondConfig config;

    ResponseResource(
            OpenSurveys surveys,
            ResponseTokens tokens,
            Submissions submissions,
            LinkWarnings warnings,
            RateLimit rateLimit,
            RespondConfig config) {
        this.surveys = surveys;
        this.tokens = tokens;
        this.submissions = submissions;
        this.warnings = warnings;
        this.rateLimit = rateLimit;
        this.config = config;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response submit(@PathParam("id") String surveyId, @Nullable Submission body, HttpServerRequest request) {
        return submissions.counted(() -> take(surveyId, body, request));
    }

    private Response take(String surveyId, @Nullable Submission body, HttpServerRequest request) {
        rateLimit.check(request);
        PublishedSurvey survey = surveys.open(surveyId);
        Submission submission = given(body);
        Pass pass = pass(survey, submission);
        List<CheckedAnswer> answers = answers(survey, submission);
        Ending ending = submission.completed().orElse(false) ? Ending.COMPLETED : Ending.MORE_MAY_COME;
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        if (submissions.publish(AnswerEvents.of(survey, pass, answers, ending, now))
                instanceof PublishOutcome.NotAcknowledged) {
            throw notNow();
        }
        return Response.accepted(new Receipt(pass.responseId(), tokens.seal(pass)))
                .type(MediaType.APPLICATION_JSON)
                .build();
    }

    private static Submission given(@Nullable Submission body) {
        if (body == null) {
            throw new Problem(
                    400, "invalid-body", "The body cannot be read", "Send a JSON object with answers; null is none.");
        }
        return body;
    }

    private Pass pass(PublishedSurvey survey, Submission submission) {
        if (submission.response().isEmpty()) {
            return Pass.begin(
                    survey.id(),
                    submission
                            .respondent()
                            .map(person -> respondent(survey, person))
                            .orElse(new Respondent.Anonymous()));
        }
        Pass pass = tokens.open(survey.id(), submission.response().get())
                .orElseThrow(
                        () -> unprocessable(
                                "invalid-response",
                                "Not a response of this survey",
                                "response must be what an earlier call to this survey gave back. Leave it out to begin a new one."));
        submission.respondent().ifPresent(person -> {
            if (!respondent(survey, person).equals(pass.respondent())) {
                throw unprocessable(
                        "another-respondent",
                        "A response belongs to one person",
                        "respondent differs from the one who began this response. Leave response out to begin a new one.");
            }
        });
        return pass;
    }

    private Respondent respondent(PublishedSurvey survey, Person person) {
        if (person.brazeId().isPresent() == person.externalId().isPresent()) {
            throw unprocessable(
                    "invalid-respondent",
                    "Who answers is not clear",
                    "respondent must have one of brazeId and externalId. Leave it out for an anonymous response.");
        }
        LinkReader.Identity identity =
                LinkReader.read(survey, person.brazeId(), person.externalId(), person.signature());
        identity.fault().ifPresent(fault -> warnings.count(survey.id(), fault));
        return identity.respondent();
    }

    private static List<CheckedAnswer> answers(PublishedSurvey survey, Submission submission) {
        List<GivenAnswer> given = submission.answers().orElse(List.of());
        if (given.isEmpty()) {
            throw unprocessable("no-answers", "No answers", "answers must hold at least one answer.");
        }
        AnswerCheck.Result result = AnswerCheck.check(survey, given);
        if (!result.faults().isEmpty()) {
            throw unprocessable(
                            "invalid-answers",
                            "Some answers do not fit their questions",
                            "None was taken. errors says what to change, question by question.")
                    .with(
                            "errors",
                            result.faults().stream()
                                    .map(fault -> Map.of("questionId", fault.questionId(), "message", fault.message()))
                                    .toList());
        }
        return result.answers();
    }

    private Problem notNow() {
        return new Problem(
                        503,
                        "not-accepted-yet",
                        "Not accepted yet",
                        "The answers could not be stored safely. Send the same again after the time in Retry-After;"
                                + " an answer that did arrive counts once.")
                .retryAfter(config.retryAfter());
    }

    private static Problem unprocessable(String type, String title, String detail) {
        return new Problem(422, type, title, detail);
    }
}
