package com.iterate.relay.intake;

import com.iterate.relay.deadletters.OriginalRecord;
import com.iterate.relay.lanes.Loop;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** One poll of Kafka at a time: the next is asked for when the intake has room. */
@ApplicationScoped
class ResponsesChannel {

    static final String NAME = "responses";

    private final Loop loop;
    private final Intake intake;

    ResponsesChannel(Loop loop, Intake intake) {
        this.loop = loop;
        this.intake = intake;
    }

    @Incoming(NAME)
    CompletionStage<Void> on(ConsumerRecords<byte[], Received> poll) {
        List<Intake.Incoming> records = new ArrayList<>(poll.count());
        for (ConsumerRecord<byte[], Received> each : poll) {
            records.add(incoming(each));
        }
        CompletableFuture<Void> room = new CompletableFuture<>();
        loop.execute(() -> intake.offer(records).thenRun(() -> room.complete(null)));
        return room;
    }

    private static Intake.Incoming incoming(ConsumerRecord<byte[], Received> record) {
        OriginalRecord original = OriginalRecords.of(record, record.value().bytes());
        return new Intake.Incoming(original, record.value().decoded());
    }
}
