package com.iterate.sandbox.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Dead letters that somebody puts back onto the topic of the answers with Kafka's tools, without asking the relay. */
class PutBackByHandJourney extends Journey {

    @BeforeEach
    void a_company_whose_answers_arrive() {
        company("acme").connectsBrazeWith("right-key");
    }

    @ParameterizedTest
    @EnumSource
    void it_is_delivered_once_the_cause_is_gone(PutBackByHand way) {
        ConsumerRecord<byte[], byte[]> letter = refused(ana().withScore(4));

        var putBack = kafka.receives(way.of(letter));

        braze.eventually().profile("ana").has("score", 4);
        assertThat(putBack.partition()).hasToString(KafkaTopics.header(letter, "dead-letter-partition"));
        assertThat(kafka.deadLettersOf(company())).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void it_never_overwrites_a_newer_answer_that_was_delivered_meanwhile(PutBackByHand way) throws Exception {
        AnEvent older = ana();
        ConsumerRecord<byte[], byte[]> letter = refused(older.withScore(3));
        kafka.receives(List.of(older.withScore(9).withMillisLater(1).build()));
        braze.eventually().profile("ana").has("score", 9);
        // A relay that knows nothing but what is written down.
        relay.isRestarted();

        kafka.receives(way.of(letter));

        // What comes after it in its partition shows that it was read.
        kafka.receives(List.of(
                older.withScore(1).answering("afterwards").withMillisLater(2).build()));
        braze.eventually().profile("ana").has("afterwards", 1).has("score", 9);
        company().eventuallySeesWaiting(0);
        assertThat(braze.valuesSentFor("ana", "score")).containsOnlyOnce(9).endsWith(9);
        assertThat(kafka.deadLettersOf(company())).hasSize(1);
    }

    @Test
    void one_that_lay_in_a_wrong_partition_is_cured_by_the_default_partitioner() {
        var misplaced = kafka.receivesInAWrongPartition(ana().withScore(7).build());
        ConsumerRecord<byte[], byte[]> letter = kafka.eventuallyHasTheDeadLetterOf(misplaced);
        assertThat(KafkaTopics.header(letter, "relay-reason")).isEqualTo("WRONG_KEY");

        kafka.receives(PutBackByHand.BY_THE_DEFAULT_PARTITIONER.of(letter));

        braze.eventually().profile("ana").has("score", 7);
    }

    private AnEvent ana() {
        return AnEvent.of(company(), respondent("ana"));
    }

    /** Braze takes back what it said once its dead letter is there. */
    private ConsumerRecord<byte[], byte[]> refused(AnEvent event) {
        braze.does(braze.fault("object-error").put("profile", event.brazeId()));
        kafka.receives(List.of(event.build()));
        ConsumerRecord<byte[], byte[]> letter = kafka.eventuallyHasADeadLetterOf(company());
        braze.recovers();
        return letter;
    }
}
