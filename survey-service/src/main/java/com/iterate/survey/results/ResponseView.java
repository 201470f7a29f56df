package com.iterate.survey.results;

import com.iterate.survey.catalog.PublishedSurvey;
import com.iterate.survey.questions.Question;
import com.iterate.survey.results.Responses.OneAnswer;
import com.iterate.survey.results.Responses.OneResponse;
import jakarta.ws.rs.core.UriBuilder;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A response as the page shows it.
 *
 * @param person     by which id Braze knows them
 * @param completed  absent: they stopped somewhere, or are still at it
 * @param resend     address for sending it to Braze again; absent if nothing of it is meant for Braze
 */
record ResponseView(
        String id,
        String person,
        Moment started,
        Optional<Moment> completed,
        int version,
        List<AnswerView> answers,
        Optional<String> resend) {

    /** @param question as it is asked now; a removed one's id */
    record AnswerView(
            String questionId, String question, String value, List<DeliveryWords> delivery, Optional<String> resend) {}

    /** @param after where the page begins on which it stands, to come back to it */
    static ResponseView of(OneResponse response, PublishedSurvey survey, String after) {
        return new ResponseView(
                response.responseId(),
                person(response),
                Moment.of(response.startedAt()),
                response.completedAt().map(Moment::of),
                response.surveyVersion(),
                response.answers().stream()
                        .map(answer -> answer(answer, response, survey, after))
                        .toList(),
                response.answers().stream().anyMatch(OneAnswer::isMeantForBraze)
                        ? Optional.of(resend(survey, response, after).toString())
                        : Optional.empty());
    }

    boolean isOnItsWay() {
        return answers.stream().flatMap(answer -> answer.delivery().stream()).anyMatch(DeliveryWords::isOnItsWay);
    }

    private static AnswerView answer(OneAnswer answer, OneResponse response, PublishedSurvey survey, String after) {
        return new AnswerView(
                answer.questionId(),
                survey.question(answer.questionId()).map(Question::prompt).orElse(answer.questionId()),
                value(answer),
                DeliveryWords.of(answer.delivery()),
                answer.isMeantForBraze()
                        ? Optional.of(UriBuilder.fromUri(resend(survey, response, after))
                                .queryParam("question", "{question}")
                                .build(answer.questionId())
                                .toString())
                        : Optional.empty());
    }

    /** Other publishers' ids may hold whatever they like. */
    private static URI resend(PublishedSurvey survey, OneResponse response, String after) {
        return UriBuilder.fromPath("/surveys/{survey}/responses/{response}/resend")
                .queryParam("after", "{after}")
                .build(survey.id(), response.responseId(), after);
    }

    private static String person(OneResponse response) {
        return response.brazeId()
                .map(id -> "braze_id " + id)
                .or(() -> response.externalId().map(id -> "external_id " + id))
                .orElse("Anonymous");
    }

    /** As the respondent read it, where that is known. */
    private static String value(OneAnswer answer) {
        Object value = answer.value();
        if (value == null) {
            return "Taken back";
        }
        if (!answer.label().isEmpty()) {
            return answer.label();
        }
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        if (value instanceof Boolean said) {
            return said ? "Yes" : "No";
        }
        if (value instanceof Instant moment) {
            return Moment.of(moment).text();
        }
        return value instanceof Collection<?> choices
                ? choices.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : value.toString();
    }
}
