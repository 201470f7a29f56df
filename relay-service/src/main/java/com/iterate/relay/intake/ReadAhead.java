package com.iterate.relay.intake;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Polls for which the intake still owes room. Only on the polling thread. */
final class ReadAhead {

    /** One is decoded while the loop works on the one before. */
    private static final int MOST = 2;

    private final Deque<CompletableFuture<Void>> owed = new ArrayDeque<>();

    void add(CompletionStage<Void> room) {
        owed.addLast(room.toCompletableFuture());
    }

    /**
     * Whether there is room for a poll, now or within this time.
     *
     * @throws CompletionException if the intake failed over an earlier one
     */
    boolean hasRoom(Duration patience) {
        while (!owed.isEmpty() && owed.getFirst().isDone()) {
            owed.removeFirst().join();
        }
        return owed.size() < MOST || comes(owed.getFirst(), patience);
    }

    void forget() {
        owed.clear();
    }

    private static boolean comes(CompletableFuture<Void> room, Duration patience) {
        try {
            room.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException full) {
            return false;
        } catch (ExecutionException failed) {
            throw new CompletionException(failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
