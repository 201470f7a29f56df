package com.iterate.sandbox.journeys;

import com.iterate.contracts.Topic;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** What somebody with Kafka's tools and nothing else makes of a dead letter: its original, as {@code docs/dead-letters.md} says. */
enum PutBackByHand {
    INTO_ITS_PARTITION {
        @Override
        Integer partition(ConsumerRecord<byte[], byte[]> letter) {
            return Integer.valueOf(KafkaTopics.header(letter, "dead-letter-partition"));
        }
    },
    BY_THE_DEFAULT_PARTITIONER {
        @Override
        @Nullable
        Integer partition(ConsumerRecord<byte[], byte[]> letter) {
            return null;
        }
    };

    /** Null, in Kafka's own words: where the partitioner says. */
    abstract @Nullable Integer partition(ConsumerRecord<byte[], byte[]> letter);

    ProducerRecord<byte[], byte[]> of(ConsumerRecord<byte[], byte[]> letter) {
        return new ProducerRecord<>(
                Topic.RESPONSES.name(), partition(letter), letter.key(), letter.value(), original(letter));
    }

    private static List<Header> original(ConsumerRecord<byte[], byte[]> letter) {
        return StreamSupport.stream(letter.headers().spliterator(), false)
                .filter(header -> !header.key().startsWith("dead-letter-")
                        && !header.key().startsWith("relay-"))
                .toList();
    }
}
