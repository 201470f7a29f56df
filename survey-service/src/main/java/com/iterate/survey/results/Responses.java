package com.iterate.survey.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Some of a survey's responses, newest first.
 *
 * @param next what to ask for after these; absent: there are no more
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Responses(List<OneResponse> responses, Optional<String> next) {

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record OneResponse(
            String responseId,
            int surveyVersion,
            Optional<String> brazeId,
            Optional<String> externalId,
            Instant startedAt,
            Optional<Instant> completedAt,
            List<OneAnswer> answers) {}

    /**
     * @param value    number, text, boolean, list of texts or time; {@code null}: taken back
     * @param position where it lies in the topic, to ask what became of its delivery
     */
    record OneAnswer(
            String questionId,
            String type,
            @Nullable Object value,
            String label,
            Instant submittedAt,
            Position position) {}
}
