package com.iterate.survey.results;

import com.iterate.contracts.CloudEventHeaders;
import com.iterate.contracts.Decoded;
import com.iterate.contracts.ResponseDecoder;
import com.iterate.contracts.ResponseSubmitted;
import com.iterate.survey.relay.Position;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What a record is to the results. */
sealed interface Reading {

    record Answers(List<RecordedAnswer> answers) implements Reading {}

    /** Not for us, or not readable: the relay dead-letters it, and we only count it. */
    record Skipped(String why) implements Reading {}

    static Reading of(ConsumerRecord<byte[], byte[]> record) {
        // A record without the header is taken for what its content says, as the relay takes it.
        if (header(record, CloudEventHeaders.TYPE)
                .filter(type -> !type.equals(CloudEventHeaders.RESPONSE_SUBMITTED))
                .isPresent()) {
            return new Skipped("foreign");
        }
        if (!(ResponseDecoder.decode(record.value()) instanceof Decoded.Event decoded)) {
            return new Skipped("unreadable");
        }
        ResponseSubmitted event = decoded.value();
        byte[] key = record.key();
        // The key decides the partition, and the partition the order: under a wrong key "newest" means nothing.
        if (key == null || !event.hasKey(key)) {
            return new Skipped("wrong-key");
        }
        String id = header(record, CloudEventHeaders.ID).orElse("");
        Position position = new Position(record.partition(), record.offset());
        return new Answers(event.answers().stream()
                .map(answer -> new RecordedAnswer(event, answer, id, position))
                .toList());
    }

    private static Optional<String> header(ConsumerRecord<byte[], byte[]> record, String name) {
        return Optional.ofNullable(record.headers().lastHeader(name))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }
}
