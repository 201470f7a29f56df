package com.iterate.survey.resending;

import com.iterate.contracts.Delivery;
import com.iterate.survey.catalog.PublishedSurvey;
import com.iterate.survey.publishing.PublishOutcome;
import com.iterate.survey.publishing.ResponsePublisher;
import com.iterate.survey.resending.Recorded.Newest;
import com.iterate.survey.results.OwnSurveys;
import com.iterate.survey.results.ProjectionProgress;
import com.iterate.webkit.Problem;
import com.iterate.webkit.Role;
import com.iterate.webkit.Session;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends a response, or one of its answers, to Braze again: through the one door, as old as it is, so that a newer answer stays.
 * A Braze event that Braze has already taken is sent once more; Braze knows no key by which it would see that.
 */
@Path("/api/surveys/{id}/responses/{response}/resend")
public class ResendResource {

    private static final Logger LOG = Logger.getLogger(ResendResource.class);

    /** A new leader of a Kafka partition is found in about two seconds. */
    private static final Duration AGAIN = Duration.ofSeconds(2);

    /** @param questionId whose answer; absent: all of the response */
    record Request(Optional<String> questionId) {}

    private final OwnSurveys surveys;
    private final RecordedAnswers answers;
    private final ResponsePublisher publisher;
    private final ProjectionProgress progress;
    private final ResendAudit audit;
    private final Session session;

    ResendResource(
            OwnSurveys surveys,
            RecordedAnswers answers,
            ResponsePublisher publisher,
            ProjectionProgress progress,
            ResendAudit audit,
            Session session) {
        this.surveys = surveys;
        this.answers = answers;
        this.publisher = publisher;
        this.progress = progress;
        this.audit = audit;
        this.session = session;
    }

    /** @return 202: Kafka has them; how their delivery stands is shown with the response */
    @POST
    public Response resend(
            @PathParam("id") String surveyId, @PathParam("response") String responseId, @Nullable Request body)
            throws SQLException {
        Request request = body == null ? new Request(Optional.empty()) : body;
        return Response.accepted(send(surveyId, responseId, request))
                .type(MediaType.APPLICATION_JSON)
                .build();
    }

    Resent send(String surveyId, String responseId, Request request) throws SQLException {
        PublishedSurvey survey = surveys.find(surveyId, Role.ADMIN);
        Optional<String> question = request.questionId();
        List<Recorded> asked = answers.of(survey, responseId).stream()
                .filter(answer -> question.isEmpty()
                        || question.get().equals(answer.answer().questionId()))
                .toList();
        if (asked.isEmpty()) {
            throw Problem.notFound(question.isEmpty() ? "response" : "answer");
        }
        // The order of a person's answers is judged by the database: one that is not there yet must not be overlooked.
        if (!progress.hasCaughtUp()) {
            throw new Problem(
                            503,
                            "results-behind",
                            "Results are behind",
                            "Answers that came in lately are not read back yet, so nobody can tell which one is the newest."
                                    + " Send the same request again after the time in Retry-After.")
                    .retryAfter(AGAIN);
        }
        Map<String, Newest> newest =
                answers.newest(survey.companyId(), asked.get(0).respondent());
        List<Recorded> going = new ArrayList<>();
        List<Resent.Skipped> skipped = new ArrayList<>();
        for (Recorded answer : asked) {
            whyNot(answer, newest)
                    .ifPresentOrElse(
                            why -> skipped.add(
                                    new Resent.Skipped(answer.answer().questionId(), why)),
                            () -> going.add(answer));
        }
        if (!going.isEmpty()) {
            audit.record(session.requireMember(), survey, responseId, question, going.size());
            publish(survey, responseId, going);
        }
        return new Resent(
                going.stream().map(answer -> answer.answer().questionId()).toList(), skipped);
    }

    private static Optional<String> whyNot(Recorded answer, Map<String, Newest> newest) {
        if (answer.deliver().isEmpty()) {
            return Optional.of("not-for-braze");
        }
        return answer.deliver().contains(Delivery.BRAZE_ATTRIBUTES)
                ? Optional.ofNullable(newest.get(answer.answer().attributeName()))
                        .filter(answer::isOlderThan)
                        .map(newer -> "superseded")
                : Optional.empty();
    }

    private void publish(PublishedSurvey survey, String responseId, List<Recorded> going) {
        PublishOutcome outcome = publisher.publish(
                going.stream().map(answer -> answer.again(survey)).toList());
        if (outcome instanceof PublishOutcome.NotAcknowledged) {
            throw new Problem(
                            503,
                            "not-accepted-yet",
                            "Not accepted yet",
                            "Kafka did not take the answers. Send the same request again after the time in Retry-After.")
                    .retryAfter(AGAIN);
        }
        LOG.infof(
                "Answers sent again: by=%s company=%s survey=%s response(SHA-256)=%s answers=%d",
                session.requireMember().email(),
                survey.companyId(),
                survey.id(),
                ResendAudit.sha256(responseId),
                going.size());
    }
}
