package com.iterate.relay.lanes;

import com.iterate.contracts.Answer;
import com.iterate.contracts.ResponseSubmitted;
import com.iterate.relay.deadletters.Reason;
import com.iterate.relay.deadletters.Undelivered;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What failed of a record, and since when it does: of few records anything.
 *
 * @param firstAt of the first try that failed, of this or of another part of the record that may have gone through since
 */
record Failures(List<Undelivered> undelivered, Optional<Instant> firstAt) {

    static final Failures NONE = new Failures(List.of(), Optional.empty());

    Failures with(Undelivered another, Instant now) {
        return new Failures(
                Stream.concat(undelivered.stream(), Stream.of(another)).toList(), firstAt.or(() -> Optional.of(now)));
    }

    /** A try failed that is made again. */
    Failures since(Instant now) {
        return firstAt.isPresent() ? this : new Failures(undelivered, Optional.of(now));
    }

    Failures forgotten() {
        return new Failures(List.of(), firstAt);
    }

    boolean isEmpty() {
        return undelivered.isEmpty();
    }

    /**
     * Attributes of which nobody will ever know whether they reached Braze, if a request carried them. A refusal is an answer,
     * and means that they did not.
     */
    List<String> givenUp(ResponseSubmitted event) {
        return undelivered.stream()
                .filter(each -> each.as().equals(Part.Form.ATTRIBUTE.wireName()) && each.reason() != Reason.REJECTED)
                .flatMap(each -> event.answers().stream()
                        .filter(answer -> answer.questionId().equals(each.questionId())))
                .map(Answer::attributeName)
                .toList();
    }
}
