package com.iterate.relay.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.iterate.relay.Defaults;
import com.iterate.relay.lanes.LanesConfig;
import com.iterate.relay.metrics.LagGauges;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With Kafka's own stand-in for its consumer, whose group is as silent as the test wants. */
class CommitsTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final TopicPartition OURS = Letters.partition(0);
    private static final TopicPartition MOVED = Letters.partition(1);

    /** Short, since a test waits for its end; requests are shorter. */
    private static final Duration SESSION = Duration.ofMillis(500);

    private static final IntakeConfig CONFIG = Defaults.with(
            IntakeConfig.class,
            Map.of("relay.intake.session-timeout", SESSION.toMillis() + "ms", "relay.intake.longest-request", "100ms"));

    private record Commit(Instant at, Map<TopicPartition, Long> offsets) {}

    private final Letters letters = new Letters(CONFIG);
    private final List<Commit> commits = new CopyOnWriteArrayList<>();
    private final Set<TopicPartition> moved = ConcurrentHashMap.newKeySet();
    private volatile boolean silent;

    private final MockConsumer<byte[], byte[]> client = new MockConsumer<>("earliest") {

        /** What the loop does not know yet. */
        @Override
        public Set<TopicPartition> assignment() {
            return super.assignment().stream()
                    .filter(each -> !moved.contains(each))
                    .collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public void commitAsync(
                Map<TopicPartition, OffsetAndMetadata> offsets, @Nullable OffsetCommitCallback callback) {
            if (callback == null) {
                // What the stand-in makes of commitSync, which is Ownership's.
                super.commitAsync(offsets, callback);
                return;
            }
            commits.add(new Commit(
                    Instant.now(),
                    offsets.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue()
                            .offset()))));
            if (!silent) {
                super.commitAsync(offsets, callback);
            }
        }
    };

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final Polling polling =
            new Polling(letters.loop, letters.intake, CONFIG, Defaults.of(LanesConfig.class), () -> client, registry);

    @AfterEach
    void stop() throws InterruptedException {
        polling.end(new ShutdownEvent());
        letters.close();
    }

    @Test
    void one_that_nobody_answers_is_made_again_after_the_session_and_not_before() {
        // given
        silent = true;
        isAssigned(List.of(OURS), 3);
        // when
        begin();
        await().atMost(SOON).until(() -> commits.size() > 1);
        // then
        assertThat(Duration.between(commits.get(0).at(), commits.get(1).at()))
                // Each reaches the client with the next poll, so the first may have been on its way a little longer.
                .isGreaterThanOrEqualTo(SESSION.minusMillis(50));
    }

    @Test
    void nothing_is_said_of_a_partition_that_has_moved() {
        // given
        letters.hold();
        isAssigned(List.of(OURS, MOVED), 3);
        begin();
        await().atMost(SOON).until(() -> letters.offsets().size() == 6);
        // when
        moved.add(MOVED);
        letters.letGo();
        client.schedulePollTask(() -> Letters.add(client, OURS, 3, 5));
        // then
        await().atMost(SOON).until(() -> isCommitted(OURS, 5));
        assertThat(commits).noneMatch(each -> each.offsets().getOrDefault(MOVED, 0L) > 0);
    }

    private void begin() {
        polling.begin(new StartupEvent());
        new Commits(
                        letters.loop,
                        letters.intake,
                        CONFIG,
                        polling,
                        new IntakeGauges(registry, CONFIG, letters.loop),
                        letters.gaps,
                        new Lags(letters.loop, letters.intake, new LagGauges(registry)))
                .begin(new StartupEvent());
    }

    private boolean isCommitted(TopicPartition partition, long offset) {
        return commits.stream()
                .anyMatch(each -> Long.valueOf(offset).equals(each.offsets().get(partition)));
    }

    /** With the first poll. */
    private void isAssigned(Collection<TopicPartition> partitions, int records) {
        client.updatePartitions(
                OURS.topic(),
                List.of(
                        new PartitionInfo(OURS.topic(), 0, Node.noNode(), new Node[0], new Node[0]),
                        new PartitionInfo(OURS.topic(), 1, Node.noNode(), new Node[0], new Node[0])));
        partitions.forEach(each -> {
            client.updateBeginningOffsets(Map.of(each, 0L));
            client.updateEndOffsets(Map.of(each, (long) records));
        });
        client.schedulePollTask(() -> {
            client.rebalance(partitions);
            partitions.forEach(each -> Letters.add(client, each, 0, records));
        });
    }
}
