package com.iterate.survey.resending;

import com.iterate.contracts.Answer;
import com.iterate.contracts.Delivery;
import com.iterate.contracts.Respondent;
import com.iterate.contracts.ResponseSubmitted;
import com.iterate.survey.catalog.PublishedSurvey;
import com.iterate.survey.publishing.EventId;
import com.iterate.survey.publishing.OutgoingEvent;
import com.iterate.survey.publishing.Sequence;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * An answer as the database has it.
 *
 * @param eventId the id under which it was published; other publishers' may be anything
 * @param ends    whether it ended its response
 * @param deliver in which forms it goes to Braze
 */
record Recorded(
        String responseId,
        int surveyVersion,
        Respondent respondent,
        Answer answer,
        Instant submittedAt,
        long offset,
        String eventId,
        End ends,
        Set<Delivery> deliver) {

    enum End {
        ENDS,
        MORE_FOLLOWED
    }

    /** With the time and the id that it had: the relay then takes it for as old as it is. */
    OutgoingEvent again(PublishedSurvey survey) {
        return new OutgoingEvent(
                id(),
                new ResponseSubmitted(
                        survey.companyId(),
                        survey.id(),
                        survey.title(),
                        surveyVersion,
                        responseId,
                        respondent,
                        submittedAt,
                        ends == End.ENDS,
                        deliver,
                        List.of(answer)));
    }

    private UUID id() {
        try {
            return UUID.fromString(eventId);
        } catch (IllegalArgumentException notAUuid) {
            return EventId.of(responseId, answer.questionId(), Sequence.ofValue(answer.value()));
        }
    }

    /** All of one person's answers lie in one partition, so offsets tell which of two at the same millisecond came last. */
    boolean isOlderThan(Newest other) {
        int byTime = submittedAt.compareTo(other.submittedAt());
        return byTime != 0 ? byTime < 0 : offset < other.offset();
    }

    /** The newest of a person's answers to an attribute. */
    record Newest(Instant submittedAt, long offset) {}
}
