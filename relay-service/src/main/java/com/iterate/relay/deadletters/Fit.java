package com.iterate.relay.deadletters;

import com.iterate.contracts.Topic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** How much of a dead letter is written: never so much that its size stops the relay. */
enum Fit {
    WHOLE,
    /** Braze's words go first: the original bytes are worth more. */
    WITHOUT_RESPONSE,
    /** Topic, partition and offset only: the original stays readable there until its retention ends. */
    REFERENCE;

    Fit smaller() {
        return this == WHOLE ? WITHOUT_RESPONSE : REFERENCE;
    }

    ProducerRecord<byte[], byte[]> record(DeadLetter letter) {
        OriginalRecord original = letter.original();
        Headers headers = DeadLetterHeaders.of(letter);
        byte @Nullable [] key = original.key();
        byte @Nullable [] value = original.value();
        if (this != WHOLE) {
            headers.remove(DeadLetterHeaders.RESPONSE);
            headers.remove(DeadLetterHeaders.TRIES);
        }
        if (this == REFERENCE) {
            original.headers().forEach(header -> headers.remove(header.name()));
            headers.remove("relay-undelivered");
            DeadLetterHeaders.add(headers, DeadLetterHeaders.VALUE_LEFT_OUT, "too large; see dead-letter-offset");
            key = null;
            value = null;
        }
        return new ProducerRecord<>(Topic.DEAD_LETTERS.name(), null, key, value, headers);
    }
}
