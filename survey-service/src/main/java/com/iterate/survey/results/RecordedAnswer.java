package com.iterate.survey.results;

import com.iterate.contracts.Answer;
import com.iterate.contracts.ResponseSubmitted;
import com.iterate.survey.relay.Position;

/** One answer of an event, with where it was read. */
record RecordedAnswer(ResponseSubmitted event, Answer answer, String eventId, Position position) {

    /** What is counted once, however often it is read. */
    record Key(String companyId, String surveyId, String responseId, String questionId) {}

    Key key() {
        return new Key(event.companyId(), event.surveyId(), event.responseId(), answer.questionId());
    }

    /** All answers of one response lie in one partition, so offsets tell which of two at the same millisecond came last. */
    boolean isNewerThan(RecordedAnswer other) {
        int byTime = event.submittedAt().compareTo(other.event.submittedAt());
        return byTime != 0 ? byTime > 0 : position.offset() > other.position.offset();
    }
}
