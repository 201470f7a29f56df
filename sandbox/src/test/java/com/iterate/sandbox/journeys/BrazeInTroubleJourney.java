package com.iterate.sandbox.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.contracts.ResponseSubmitted;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class BrazeInTroubleJourney extends Journey {

    @Test
    void an_outage_delays_answers_and_loses_none() {
        company("acme").connectsBrazeWith("right-key");
        survey("nps");
        braze.does(braze.fault("status").put("status", 503));
        for (int n = 0; n < 5; n++) {
            respondent("person" + n).sends(survey("nps"), "score", n);
        }
        company().eventuallySees("WAITING").eventuallySeesWaiting(5);

        braze.recovers();

        for (int n = 0; n < 5; n++) {
            braze.eventually().profile("person" + n).has("score", n);
        }
        company().eventuallySeesWaiting(0);
        assertThat(kafka.deadLettersOf(company())).isEmpty();
    }

    @Test
    void a_rate_limit_is_waited_out() {
        company("acme").connectsBrazeWith("right-key");
        braze.does(braze.fault("rate-limit").put("seconds", 2).put("times", 1));

        respondent("ana").sends(survey("nps"), "score", 4);

        braze.eventually().profile("ana").has("score", 4);
        assertThat(kafka.deadLettersOf(company())).isEmpty();
    }

    @Test
    void an_older_answer_never_overtakes_when_a_request_was_taken_but_not_answered() {
        company("acme").connectsBrazeWith("right-key");
        braze.does(braze.fault("close").put("taken", true).put("times", 1));

        respondent("ana").sends(survey("nps"), "score", 3).sends(survey("nps"), "score", 9);

        braze.eventually().profile("ana").has("score", 9);
        company().eventuallySeesWaiting(0);
        assertThat(braze.valuesSentFor("ana", "score")).endsWith(9);
        braze.neverGotTwoRequestsForOneAttributeAtOnce();
    }

    @Test
    void one_bad_answer_among_seventy_five_is_dead_lettered_alone() {
        company("acme").connectsBrazeWith("right-key");
        List<ResponseSubmitted> events = new ArrayList<>();
        for (int n = 0; n < 75; n++) {
            events.add(AnEvent.of(company(), respondent("person" + n))
                    .withScore(n % 11)
                    .build());
        }
        braze.does(
                braze.fault("object-error")
                        .put("profile", respondent("person40").brazeId())
                        .put("type", "'external_id' must be fewer than 988 bytes"),
                braze.fault("latency").put("millis", 500).put("times", 1));

        kafka.receives(events);

        for (int n = 0; n < 75; n++) {
            if (n != 40) {
                braze.eventually().profile("person" + n).has("score", n % 11);
            }
        }
        company().eventuallySeesWaiting(0);
        List<ConsumerRecord<byte[], byte[]>> letters = kafka.deadLettersOf(company());
        assertThat(letters).hasSize(1);
        assertThat(new String(letters.get(0).key(), StandardCharsets.UTF_8))
                .contains(respondent("person40").brazeId());
        assertThat(KafkaTopics.header(letters.get(0), "relay-response")).contains("988 bytes");
        assertThat(braze.requests()).anyMatch(request -> request.getInteger("objects") > 1);
    }

    @Test
    void an_unreadable_record_is_put_aside_with_its_position_and_the_next_is_not_delayed() {
        company("acme").connectsBrazeWith("right-key");
        var good = AnEvent.of(company(), respondent("ana")).withScore(6).build();

        var broken = kafka.receives(good.key(), "{\"companyId\": \"acme\", oops");
        kafka.receives(List.of(good));

        braze.eventually().profile("ana").has("score", 6);
        ConsumerRecord<byte[], byte[]> letter = kafka.eventuallyHasTheDeadLetterOf(broken);
        assertThat(new String(letter.value(), StandardCharsets.UTF_8)).endsWith("oops");
        assertThat(KafkaTopics.header(letter, "relay-reason")).isEqualTo("UNREADABLE");
        assertThat(KafkaTopics.header(letter, "dead-letter-reason")).containsPattern("\\d+");
        assertThat(KafkaTopics.header(letter, "dead-letter-topic")).isEqualTo("survey.responses.v1");
    }
}
