package com.iterate.relay.lanes;

import com.iterate.contracts.Answer;
import com.iterate.contracts.AnswerValue;

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
