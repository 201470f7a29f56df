package com.iterate.relay.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.relay.Defaults;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnershipTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final TopicPartition PARTITION = Letters.partition(0);

    private final Letters letters = new Letters(Defaults.of(IntakeConfig.class));
    private final MockConsumer<byte[], byte[]> client = new MockConsumer<>("earliest");
    private final Errands errands = new Errands();
    private final AtomicBoolean committed = new AtomicBoolean();
    private final Ownership ownership =
            new Ownership(client, letters.loop, letters.intake, errands, PATIENCE, Duration.ZERO);

    @BeforeEach
    void owns() {
        client.updatePartitions(
                PARTITION.topic(),
                List.of(new PartitionInfo(PARTITION.topic(), 0, Node.noNode(), new Node[0], new Node[0])));
        client.updateBeginningOffsets(Map.of(PARTITION, 0L));
        client.updateEndOffsets(Map.of(PARTITION, 0L));
        client.assign(List.of(PARTITION));
        ownership.onPartitionsAssigned(List.of(PARTITION));
    }

    @AfterEach
    void close() {
        letters.close();
    }

    @Test
    void a_commit_from_before_a_loss_is_not_made_once_the_partition_is_back() {
        // The loop is about to ask, and does not know yet.
        letters.loop.execute(() -> errands.add(on -> committed.set(true)));
        ownership.onPartitionsLost(List.of(PARTITION));
        ownership.onPartitionsAssigned(List.of(PARTITION));
        errands.run(client);

        assertThat(committed).isFalse();
    }

    @Test
    void nor_one_from_before_a_release() {
        letters.loop.execute(() -> errands.add(on -> committed.set(true)));
        ownership.onPartitionsRevoked(List.of(PARTITION));
        ownership.onPartitionsAssigned(List.of(PARTITION));
        errands.run(client);

        assertThat(committed).isFalse();
    }

    @Test
    void what_is_asked_afterwards_is_done() {
        ownership.onPartitionsLost(List.of(PARTITION));
        ownership.onPartitionsAssigned(List.of(PARTITION));
        errands.add(on -> committed.set(true));
        errands.run(client);

        assertThat(committed).isTrue();
    }
}
