package com.iterate.relay.lanes;

import com.iterate.contracts.Answer;
import com.iterate.contracts.AnswerValue;
import java.time.Instant;
import java.util.Comparator;

/** One answer of a record in one of the forms in which Braze gets it. */
public record Part(Parcel parcel, int index, Form form) {

    public enum Form {
        ATTRIBUTE("attribute"),
        EVENT("event");

        private final String wireName;

        Form(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    /** Among a person's answers to one attribute, the newest: the order in which they were submitted, then Kafka's. */
    record Age(Instant submittedAt, long offset) implements Comparable<Age> {

        private static final Comparator<Age> ORDER =
                Comparator.comparing(Age::submittedAt).thenComparingLong(Age::offset);

        @Override
        public int compareTo(Age other) {
            return ORDER.compare(this, other);
        }
    }

    Answer answer() {
        return parcel.event().answers().get(index);
    }

    AnswerValue value() {
        return answer().value();
    }

    String attribute() {
        return answer().attributeName();
    }

    Age age() {
        return parcel.age();
    }
}
