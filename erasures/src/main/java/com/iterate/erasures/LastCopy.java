package com.iterate.erasures;

import com.iterate.contracts.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** When Kafka has deleted the last copy of what it holds now. */
final class LastCopy {

    /** Kafka deletes whole segments; a record waits for the last of its segment, which is closed after a week at most. */
    private static final Duration SEGMENT = Duration.ofDays(7);

    private LastCopy() {}

    static Instant after(Instant now) {
        return Stream.of(Topic.RESPONSES, Topic.DEAD_LETTERS)
                .map(topic -> now.plus(duration(topic, "retention.ms", Duration.ZERO))
                        .plus(duration(topic, "segment.ms", SEGMENT)))
                .max(Instant::compareTo)
                .orElse(now);
    }

    private static Duration duration(Topic topic, String key, Duration otherwise) {
        String millis = topic.config().get(key);
        return millis == null ? otherwise : Duration.ofMillis(Long.parseLong(millis));
    }
}
