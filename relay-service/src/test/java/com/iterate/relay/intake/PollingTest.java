package com.iterate.relay.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.iterate.relay.Defaults;
import com.iterate.relay.health.HealthConfig;
import com.iterate.relay.lanes.LanesConfig;
import com.iterate.relay.lanes.Loop;
import com.iterate.relay.lanes.VirtualTime;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With Kafka's own stand-in for its consumer. */
class PollingTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final TopicPartition PARTITION = Letters.partition(0);

    /** A window of two records. */
    private static final IntakeConfig CONFIG =
            Defaults.with(IntakeConfig.class, Map.of("relay.intake.window-records", "2"));

    private static final class Recorded extends MockConsumer<byte[], byte[]> {

        private final List<Map<TopicPartition, OffsetAndMetadata>> commits = new CopyOnWriteArrayList<>();

        Recorded() {
            super("earliest");
        }

        @Override
        public void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
            commits.add(offsets);
            super.commitSync(offsets, timeout);
        }
    }

    private final Letters letters = new Letters(CONFIG);
    private final AtomicInteger made = new AtomicInteger();
    private final Queue<Recorded> clients = new ArrayDeque<>(List.of(client(), client()));
    private final Recorded first = clients.element();
    private final Polling polling = polling(letters.loop);

    @AfterEach
    void stop() throws InterruptedException {
        letters.letGo();
        polling.end(new ShutdownEvent());
        letters.close();
    }

    @Test
    void the_last_commit_says_how_far_and_that_nothing_is_in_flight() throws InterruptedException {
        // given
        isAssigned(first, 3);
        polling.begin(new StartupEvent());
        await().atMost(SOON).untilAsserted(() -> assertThat(letters.offsets()).containsExactly(0L, 1L, 2L));
        // when
        polling.end(new ShutdownEvent());
        // then
        assertThat(first.commits).last().isEqualTo(Map.of(PARTITION, new OffsetAndMetadata(3, Release.RELEASED)));
        assertThat(first.closed()).isTrue();
        assertThat(polling.ask(client -> {}).toCompletableFuture()).isCompletedExceptionally();
    }

    @Test
    void while_the_window_is_full_nothing_is_read_and_the_group_hears_of_us_all_the_same() {
        // given
        letters.hold();
        first.setMaxPollRecords(2);
        isAssigned(first, 20);
        // when
        polling.begin(new StartupEvent());
        await().atMost(SOON).until(() -> first.paused().contains(PARTITION));
        Instant since = polling.polledAt();
        await().atMost(SOON).until(() -> polling.polledAt().isAfter(since));
        int whileFull = letters.offsets().size();
        letters.letGo();
        // then
        assertThat(whileFull).isLessThan(20);
        await().atMost(SOON).untilAsserted(() -> assertThat(letters.offsets()).hasSize(20));
    }

    @Test
    void a_client_that_fails_is_closed_and_the_next_one_reads_on() {
        // given
        isAssigned(first, 1);
        first.schedulePollTask(() -> first.setPollException(new KafkaException("the broker refuses us")));
        isAssigned(clients.stream().skip(1).findFirst().orElseThrow(), 4);
        // when
        polling.begin(new StartupEvent());
        // then
        await().atMost(SOON).untilAsserted(() -> assertThat(letters.offsets()).contains(3L));
        assertThat(first.closed()).isTrue();
        assertThat(made).hasValue(2);
    }

    @Test
    void a_relay_that_has_just_started_may_take_its_time_but_not_for_ever() {
        // given
        VirtualTime time = new VirtualTime();
        PollingAlive check = new PollingAlive(polling(time), Defaults.of(HealthConfig.class), time);
        Status soon = check.call().getStatus();
        // when
        time.runFor(Defaults.of(HealthConfig.class).longestWithoutPoll().plusSeconds(1));
        // then
        assertThat(soon).isEqualTo(Status.UP);
        assertThat(check.call().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void one_without_a_broker_is_not_ready() {
        polling.begin(new StartupEvent());

        assertThat(new KafkaReached(polling).call().getStatus()).isEqualTo(Status.DOWN);
    }

    private Polling polling(Loop clock) {
        return new Polling(
                clock,
                letters.intake,
                CONFIG,
                Defaults.of(LanesConfig.class),
                () -> {
                    made.incrementAndGet();
                    return clients.remove();
                },
                new SimpleMeterRegistry());
    }

    private static Recorded client() {
        Recorded client = new Recorded();
        client.updateBeginningOffsets(Map.of(PARTITION, 0L));
        client.updatePartitions(
                PARTITION.topic(),
                List.of(new PartitionInfo(PARTITION.topic(), 0, Node.noNode(), new Node[0], new Node[0])));
        return client;
    }

    /** With the first poll. */
    private static void isAssigned(MockConsumer<byte[], byte[]> client, int records) {
        client.updateEndOffsets(Map.of(PARTITION, (long) records));
        client.schedulePollTask(() -> {
            client.rebalance(List.of(PARTITION));
            Letters.add(client, PARTITION, 0, records);
        });
    }
}
