package com.iterate.relay.braze;

import com.iterate.contracts.Answer;
import com.iterate.contracts.AnswerValue;
import com.iterate.contracts.Respondent;
import com.iterate.contracts.ResponseSubmitted;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One object of a {@code /users/track} request. */
public sealed interface TrackObject {

    Respondent respondent();

    /**
     * All that is written to one person's profile at once.
     *
     * @param values by attribute name; never empty, sent in the order given
     */
    record Attributes(Respondent respondent, Map<String, AnswerValue> values) implements TrackObject {
        public Attributes {
            known(respondent);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("an attributes object must write at least one attribute");
            }
            values = values.size() == 1 ? Map.copyOf(values) : Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /** One answer as the custom event {@code survey-question-response}. */
    record Event(Respondent respondent, ResponseSubmitted response, Answer answer) implements TrackObject {
        public Event {
            known(respondent);
        }
    }

    private static void known(Respondent respondent) {
        if (respondent instanceof Respondent.Anonymous) {
            throw new IllegalArgumentException("nobody that Braze knows: an anonymous answer is never relayed");
        }
    }
}
