package com.iterate.relay.intake;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import org.apache.kafka.clients.consumer.Consumer;

/** What others want of Kafka's client. */
final class Errands {

    /** Quick, and in the client's own thread. */
    interface Errand {
        void run(Consumer<byte[], byte[]> client);
    }

    private record Waiting(Errand errand, CompletableFuture<Void> done) {}

    /** Far more than there are at a time: a commit and a look at the lag. */
    private static final int MOST = 16;

    private final BlockingQueue<Waiting> waiting = new ArrayBlockingQueue<>(MOST);

    CompletionStage<Void> add(Errand errand) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        if (!waiting.offer(new Waiting(errand, done))) {
            done.completeExceptionally(new RejectedExecutionException("The polling thread is busy"));
        }
        return done;
    }

    void run(Consumer<byte[], byte[]> client) {
        for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
            try {
                next.errand().run(client);
                next.done().complete(null);
            } catch (RuntimeException failed) {
                next.done().completeExceptionally(failed);
            }
        }
    }

    /** What was asked of a client that is gone, or before partitions were: it rests on what was theirs then. */
    void refuse() {
        for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
            next.done()
                    .completeExceptionally(
                            new RejectedExecutionException("The client is closed, or partitions have moved"));
        }
    }
}
