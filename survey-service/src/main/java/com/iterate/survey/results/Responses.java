package com.iterate.survey.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.iterate.survey.relay.DeliveryState;
import com.iterate.survey.relay.Position;
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
            List<OneAnswer> answers) {

        OneResponse with(List<OneAnswer> others) {
            return new OneResponse(responseId, surveyVersion, brazeId, externalId, startedAt, completedAt, others);
        }
    }

    /**
     * @param value    number, text, boolean, list of texts or time; {@code null}: taken back
     * @param position where it lies in the topic
     * @param delivery how it stands with each form in which it goes to Braze; none: it is not meant for Braze; absent: it was read
     *                 before anybody took that down
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record OneAnswer(
            String questionId,
            String type,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Object value,

            String label,
            Instant submittedAt,
            Position position,
            Optional<List<DeliveryState>> delivery) {

        boolean isMeantForBraze() {
            return delivery.filter(forms -> !forms.isEmpty()).isPresent();
        }

        OneAnswer with(List<DeliveryState> told) {
            return new OneAnswer(questionId, type, value, label, submittedAt, position, Optional.of(told));
        }
    }
}
