package com.iterate.relay.intake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** How much may be open at a time. Whoever reads asks for room before the next poll, which is how Kafka is held back. */
final class Window {

    private final int mostRecords;
    private final long mostBytes;
    private final Deque<CompletableFuture<Void>> waiting = new ArrayDeque<>();
    private int records;
    private long bytes;
    private int uncommitted;

    Window(int mostRecords, long mostBytes) {
        this.mostRecords = mostRecords;
        this.mostBytes = mostBytes;
    }

    void taken(int size) {
        records++;
        uncommitted++;
        bytes += size;
    }

    void freed(int count, long size) {
        records -= count;
        bytes -= size;
        wakeIfThereIsRoom();
    }

    void committed(int count) {
        uncommitted -= count;
        wakeIfThereIsRoom();
    }

    CompletionStage<Void> room() {
        CompletableFuture<Void> room = new CompletableFuture<>();
        waiting.addLast(room);
        wakeIfThereIsRoom();
        return room;
    }

    int records() {
        return records;
    }

    long bytes() {
        return bytes;
    }

    /** Kafka is not asked for more. */
    boolean isFull() {
        return !waiting.isEmpty();
    }

    private void wakeIfThereIsRoom() {
        while (!waiting.isEmpty() && hasRoom()) {
            waiting.removeFirst().complete(null);
        }
    }

    /** What is skipped is done at once; ten windows of it may wait for the next commit, or reading would outrun a broker's. */
    private boolean hasRoom() {
        return records < mostRecords && bytes < mostBytes && uncommitted < 10 * mostRecords;
    }
}
