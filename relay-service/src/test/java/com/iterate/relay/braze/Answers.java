package com.iterate.relay.braze;

import com.iterate.contracts.Answer;
import com.iterate.contracts.AnswerValue;
import com.iterate.contracts.Delivery;
import com.iterate.contracts.Respondent;
import com.iterate.contracts.ResponseSubmitted;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Objects as the lanes give them. */
final class Answers {

    private Answers() {}

    static TrackObject.Attributes attributesOf(String brazeId, Object... namesAndValues) {
        Map<String, AnswerValue> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], value(namesAndValues[i + 1]));
        }
        return new TrackObject.Attributes(new Respondent.Braze(brazeId), values);
    }

    static TrackObject.Event eventOf(String brazeId, AnswerValue value) {
        return eventOf(brazeId, value, Optional.of("csat"), Optional.of("nps"), Optional.empty());
    }

    static TrackObject.Event eventOf(
            String brazeId,
            AnswerValue value,
            Optional<String> attribute,
            Optional<String> questionType,
            Optional<String> label) {
        Respondent respondent = new Respondent.Braze(brazeId);
        Answer answer = new Answer("q1", "How satisfied are you?", attribute, value, questionType, label);
        ResponseSubmitted response = new ResponseSubmitted(
                "acme",
                "nps-2026",
                "Autumn survey",
                3,
                "r-1",
                respondent,
                Instant.parse("2026-11-23T13:00:00.123Z"),
                false,
                Set.of(Delivery.BRAZE_EVENTS),
                List.of(answer));
        return new TrackObject.Event(respondent, response, answer);
    }

    static AnswerValue value(Object plain) {
        if (plain instanceof AnswerValue value) {
            return value;
        }
        if (plain instanceof Integer number) {
            return new AnswerValue.Number(BigDecimal.valueOf(number));
        }
        if (plain instanceof Boolean bool) {
            return new AnswerValue.Bool(bool);
        }
        return new AnswerValue.Text((String) plain);
    }

    static AnswerValue number(String plain) {
        return new AnswerValue.Number(new BigDecimal(plain));
    }
}
