package com.iterate.relay.lanes;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/** A loop whose clock jumps to the next task: hours of waiting take milliseconds. */
public final class VirtualTime implements Loop {

    private record Task(Instant at, long number, Runnable what) {}

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::at).thenComparingLong(Task::number));
    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private long number;

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void after(Duration delay, Runnable task) {
        Instant at = delay.isNegative() ? now : now.plus(delay);
        tasks.add(new Task(at, number++, task));
    }

    @Override
    public void execute(Runnable task) {
        after(Duration.ZERO, task);
    }

    public void runFor(Duration duration) {
        Instant end = now.plus(duration);
        while (!tasks.isEmpty() && !tasks.peek().at().isAfter(end)) {
            step();
        }
        now = end;
    }

    /** @return whether the condition came true within the time */
    public boolean runUntil(BooleanSupplier condition, Duration atMost) {
        Instant end = now.plus(atMost);
        while (!condition.getAsBoolean()) {
            if (tasks.isEmpty() || tasks.peek().at().isAfter(end)) {
                return false;
            }
            step();
        }
        return true;
    }

    private void step() {
        Task task = tasks.remove();
        now = task.at();
        task.what().run();
    }
}
