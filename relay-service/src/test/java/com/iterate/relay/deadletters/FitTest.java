package com.iterate.relay.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.relay.deadletters.OriginalRecord.OriginalHeader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class FitTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final DeadLetter letter = new DeadLetter(
            new OriginalRecord(
                    "survey.responses.v1",
                    3,
                    42,
                    NOW,
                    bytes("acme|braze:ana"),
                    bytes("{}"),
                    List.of(new OriginalHeader("ce_id", bytes("1")))),
            Reason.REJECTED,
            "acme",
            "'external_id' is too long",
            List.of(new Undelivered("q1", "attribute", Reason.REJECTED, 201, "'external_id' is too long")),
            2,
            List.of(
                    new Try(NOW.minusSeconds(9), 503, "down " + "x".repeat(400)),
                    new Try(NOW, 201, "'external_id' is too long")),
            NOW.minusSeconds(9),
            NOW);

    @Test
    void a_dead_letter_is_the_original_with_why_it_failed() {
        // when
        ProducerRecord<byte[], byte[]> record = Fit.WHOLE.record(letter);
        // then
        assertThat(record.topic()).isEqualTo("survey.responses.v1.dead-letter");
        assertThat(record.key()).isEqualTo(bytes("acme|braze:ana"));
        assertThat(record.value()).isEqualTo(bytes("{}"));
        assertThat(header(record, "ce_id")).isEqualTo("1");
        assertThat(header(record, "dead-letter-reason")).isEqualTo("'external_id' is too long");
        assertThat(header(record, "dead-letter-partition")).isEqualTo("3");
        assertThat(header(record, "dead-letter-offset")).isEqualTo("42");
        assertThat(header(record, "relay-reason")).isEqualTo("REJECTED");
        assertThat(header(record, "relay-company")).isEqualTo("acme");
        assertThat(header(record, "relay-status")).isEqualTo("201");
        assertThat(header(record, "relay-response")).isEqualTo("'external_id' is too long");
        assertThat(header(record, "relay-attempts")).isEqualTo("2");
        assertThat(header(record, "relay-tries"))
                .isEqualTo("[{\"at\":\"2026-11-23T11:59:51Z\",\"status\":503,\"response\":\"down " + "x".repeat(195)
                        + "\"},{\"at\":\"2026-11-23T12:00:00Z\",\"status\":201,"
                        + "\"response\":\"'external_id' is too long\"}]");
        assertThat(header(record, "relay-undelivered"))
                .isEqualTo("[{\"questionId\":\"q1\",\"as\":\"attribute\",\"reason\":\"REJECTED\",\"status\":201}]");
    }

    @Test
    void the_response_goes_first_when_it_is_too_large() {
        // when
        ProducerRecord<byte[], byte[]> record = Fit.WHOLE.smaller().record(letter);
        // then
        assertThat(record.headers().lastHeader("relay-response")).isNull();
        assertThat(record.headers().lastHeader("relay-tries")).isNull();
        assertThat(record.value()).isEqualTo(bytes("{}"));
    }

    @Test
    void in_the_end_the_position_is_enough() {
        // when
        ProducerRecord<byte[], byte[]> record = Fit.WHOLE.smaller().smaller().record(letter);
        // then
        assertThat(record.value()).isNull();
        assertThat(header(record, "dead-letter-offset")).isEqualTo("42");
        assertThat(header(record, "relay-value-left-out")).isNotEmpty();
    }

    private static String header(ProducerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
