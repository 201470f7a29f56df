package com.iterate.relay.lanes;

import com.iterate.contracts.Answer;
import com.iterate.contracts.ResponseSubmitted;
import com.iterate.relay.deadletters.Reason;
import com.iterate.relay.deadletters.Try;
import com.iterate.relay.deadletters.Undelivered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What failed of a record, and since when it does: of few records anything.
 *
 * @param tries   requests that did not end well, of this or of another part of the record that may have gone through since: the
 *                first and the last nine, since an outage may take thousands
 * @param firstAt of the first try that failed
 */
record Failures(List<Undelivered> undelivered, List<Try> tries, Optional<Instant> firstAt) {

    static final Failures NONE = new Failures(List.of(), List.of(), Optional.empty());

    private static final int MOST_TRIES = 10;

    Failures with(Undelivered another, Instant now) {
        return new Failures(
                Stream.concat(undelivered.stream(), Stream.of(another)).toList(),
                tries,
                firstAt.or(() -> Optional.of(now)));
    }

    /** Once for each request, however much of the record it carried. */
    Failures with(Try another) {
        if (!tries.isEmpty() && tries.get(tries.size() - 1).equals(another)) {
            return this;
        }
        List<Try> all = new ArrayList<>(tries);
        if (all.size() == MOST_TRIES) {
            all.remove(1);
        }
        all.add(another);
        return new Failures(undelivered, List.copyOf(all), firstAt.or(() -> Optional.of(another.at())));
    }

    Failures forgotten() {
        return new Failures(List.of(), List.of(), firstAt);
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
