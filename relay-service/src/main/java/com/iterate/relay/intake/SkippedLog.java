package com.iterate.relay.intake;

import com.iterate.relay.gaps.GapsConfig;
import com.iterate.relay.gaps.LogReader;
import com.iterate.relay.gaps.Scan;
import com.iterate.relay.gaps.Scanned;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what companies were skipped in, with a few consumers outside the group; a partition always with the same one. */
@Singleton
class SkippedLog implements LogReader {

    private final List<LogScanner> scanners;

    @Inject
    SkippedLog(GapsConfig config, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this(config, () -> consumer(kafka));
    }

    SkippedLog(GapsConfig config, Supplier<Consumer<byte[], byte[]>> consumers) {
        scanners = Stream.generate(() -> new LogScanner(config.timeSlice(), consumers))
                .limit(config.readers())
                .toList();
    }

    @Override
    public CompletionStage<Scanned> scan(Scan scan) {
        return scanners.get(scan.partition() % scanners.size()).scan(scan);
    }

    private static Consumer<byte[], byte[]> consumer(Map<String, Object> kafka) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "relay-gaps");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // What the log does not have any more is lost, and that has to be said, not skipped.
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // As the live reader; a pass is cut short by its time, not by these.
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1_048_576);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @PreDestroy
    void close() {
        scanners.forEach(LogScanner::close);
    }
}
