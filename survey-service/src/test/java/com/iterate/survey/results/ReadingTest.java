package com.iterate.survey.results;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden samples of the contract, read as this service reads them. */
class ReadingTest {

    record Sample(String file, JsonNode expected) {
        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Sample> samples() throws IOException {
        JsonNode index = new ObjectMapper().readTree(bytes("index.json"));
        return StreamSupport.stream(index.spliterator(), false)
                .map(entry -> new Sample(entry.get("file").asText(), entry));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_sample_is_read_or_skipped_as_the_contract_says(Sample sample) throws IOException {
        // when
        Reading reading = Reading.of(record(sample.expected().path("key").asText(), bytes(sample.file())));
        // then
        assertThat(reading).isInstanceOf(sample.expected().has("key") ? Reading.Answers.class : Reading.Skipped.class);
    }

    @Test
    void a_record_under_a_wrong_key_is_skipped() throws IOException {
        // when
        Reading reading = Reading.of(record("acme|braze:somebody-else", bytes("valid/number.json")));
        // then
        assertThat(reading).isEqualTo(new Reading.Skipped("wrong-key"));
    }

    @Test
    void a_record_of_another_type_is_skipped() throws IOException {
        // given
        ConsumerRecord<byte[], byte[]> record = record("acme|braze:ana", bytes("valid/number.json"));
        record.headers().remove("ce_type");
        record.headers().add("ce_type", bytesOf("com.iterate.survey.ResponseSubmitted.v2"));
        // when
        Reading reading = Reading.of(record);
        // then
        assertThat(reading).isEqualTo(new Reading.Skipped("foreign"));
    }

    @Test
    void a_record_without_a_type_is_taken_for_what_its_content_says() throws IOException {
        // given
        ConsumerRecord<byte[], byte[]> record =
                record("acme|braze:5fbd0c1e9a2b3c4d5e6f7081", bytes("valid/number.json"));
        record.headers().remove("ce_type");
        // when
        Reading reading = Reading.of(record);
        // then
        assertThat(reading).isInstanceOf(Reading.Answers.class);
    }

    private static byte[] bytesOf(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ConsumerRecord<byte[], byte[]> record(String key, byte[] value) {
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>("survey.responses.v1", 0, 7, key.getBytes(StandardCharsets.UTF_8), value);
        record.headers().add("ce_type", "com.iterate.survey.ResponseSubmitted.v1".getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(ReadingTest.class.getResourceAsStream("/samples/" + file), file)) {
            return in.readAllBytes();
        }
    }
}
