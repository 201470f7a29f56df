package com.iterate.relay.intake;

import com.iterate.contracts.Topic;
import com.iterate.relay.Defaults;
import com.iterate.relay.braze.Reply;
import com.iterate.relay.credentials.Lookup;
import com.iterate.relay.deadletters.DeadLetter;
import com.iterate.relay.gaps.Gaps;
import com.iterate.relay.gaps.GapsConfig;
import com.iterate.relay.gaps.ModelLedger;
import com.iterate.relay.gaps.SilentGapSignals;
import com.iterate.relay.lanes.Lanes;
import com.iterate.relay.lanes.LanesConfig;
import com.iterate.relay.lanes.SilentSignals;
import com.iterate.relay.lanes.Surroundings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;

/** An intake in real time, and records that are no answers: they become dead letters when the test lets them. */
final class Letters implements AutoCloseable {

    final ThreadLoop loop = new ThreadLoop();
    final Gaps gaps;
    final Intake intake;
    private final List<Long> offsets = new CopyOnWriteArrayList<>();
    private volatile CompletableFuture<Void> written = CompletableFuture.completedFuture(null);

    Letters(IntakeConfig config) {
        Lanes lanes = new Lanes(
                new Surroundings(
                        loop,
                        Defaults.of(LanesConfig.class),
                        (connection, objects) -> new CompletableFuture<Reply>(),
                        company -> CompletableFuture.completedFuture(new Lookup.NotConnected(1)),
                        this::write,
                        new SilentSignals()),
                new Random(1));
        gaps = new Gaps(
                loop,
                lanes,
                new ModelLedger(loop).door(),
                new ModelLog(loop, 1).reader(loop),
                Defaults.of(GapsConfig.class),
                new SilentGapSignals(),
                new Random(1));
        intake = new Intake(loop, config, lanes, gaps, this::write);
    }

    static TopicPartition partition(int number) {
        return new TopicPartition(Topic.RESPONSES.name(), number);
    }

    /** At offsets from {@code from}, without {@code to}. */
    static void add(MockConsumer<byte[], byte[]> client, TopicPartition partition, int from, int to) {
        for (int offset = from; offset < to; offset++) {
            client.addRecord(new ConsumerRecord<>(
                    partition.topic(),
                    partition.partition(),
                    offset,
                    new byte[0],
                    "{".getBytes(StandardCharsets.UTF_8)));
        }
    }

    void hold() {
        written = new CompletableFuture<>();
    }

    void letGo() {
        written.complete(null);
    }

    /** Where the records of the letters lay, written or held, in the order in which they came. */
    List<Long> offsets() {
        return offsets;
    }

    @Override
    public void close() {
        letGo();
        loop.close();
    }

    private CompletionStage<Void> write(DeadLetter letter) {
        offsets.add(letter.original().offset());
        return written;
    }
}
