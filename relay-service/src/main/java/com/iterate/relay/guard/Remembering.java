package com.iterate.relay.guard;

import com.iterate.relay.lanes.Loop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Has guards written, one write at a time: who changes meanwhile goes into the next. Goes on until it succeeds. */
final class Remembering {

    record Person(PersonKey key, int partition, String company) {}

    /** Guards in one write: a burst of dead letters must not make a statement that outlasts its time-out. */
    private static final int MOST_AT_ONCE = 2000;

    private final Loop loop;
    private final GuardLedger ledger;
    private final Supplier<Duration> retryAfter;
    private final GuardSignals signals;
    private final Function<Person, Optional<GuardRow>> rows;

    /** Changed since they were last taken down, with what is to happen once they are written. */
    private Map<PersonKey, Change> waiting = new LinkedHashMap<>();

    private Map<PersonKey, Change> underWay = new HashMap<>();
    private boolean writing;
    private Instant inTouchUntil = Instant.EPOCH;

    private record Change(Person person, List<Runnable> thens) {}

    /** @param rows what is known of somebody at present */
    Remembering(
            Loop loop,
            GuardLedger ledger,
            Supplier<Duration> retryAfter,
            GuardSignals signals,
            Function<Person, Optional<GuardRow>> rows) {
        this.loop = loop;
        this.ledger = ledger;
        this.retryAfter = retryAfter;
        this.signals = signals;
        this.rows = rows;
    }

    void inTouchUntil(Instant until) {
        inTouchUntil = until;
    }

    void changed(Person person) {
        waiting.computeIfAbsent(person.key(), key -> new Change(person, new ArrayList<>(1)));
        if (!writing) {
            writing = true;
            // Not at once: what changes in the same turn of the loop goes together.
            loop.execute(this::write);
        }
    }

    boolean isIdle() {
        return waiting.isEmpty() && underWay.isEmpty();
    }

    boolean isPending(PersonKey person) {
        return waiting.containsKey(person) || underWay.containsKey(person);
    }

    /** @param then runs once all changes so far are written; never if the person's partition leaves before */
    void whenDone(PersonKey person, Runnable then) {
        Change last = waiting.getOrDefault(person, underWay.get(person));
        if (last == null) {
            then.run();
        } else {
            last.thens().add(then);
        }
    }

    CompletionStage<Void> settled(Set<Integer> partitions) {
        List<CompletableFuture<Void>> each = new ArrayList<>();
        for (Map<PersonKey, Change> changes : List.of(underWay, waiting)) {
            changes.values().stream()
                    .filter(change -> partitions.contains(change.person().partition()))
                    .forEach(change -> {
                        CompletableFuture<Void> written = new CompletableFuture<>();
                        each.add(written);
                        change.thens().add(() -> written.complete(null));
                    });
        }
        return CompletableFuture.allOf(each.toArray(CompletableFuture[]::new));
    }

    void forget(Set<Integer> partitions) {
        waiting.values().removeIf(change -> partitions.contains(change.person().partition()));
        underWay.values().removeIf(change -> partitions.contains(change.person().partition()));
    }

    private void write() {
        if (!loop.now().isBefore(inTouchUntil)) {
            loop.after(retryAfter.get(), this::write);
            return;
        }
        take();
        List<GuardRow> changed = underWay.values().stream()
                .flatMap(change -> rows.apply(change.person()).stream())
                .toList();
        if (changed.isEmpty()) {
            written(Set.of(), null);
            return;
        }
        ledger.save(changed).whenComplete((refused, failure) -> loop.execute(() -> written(refused, failure)));
    }

    private void take() {
        Map<PersonKey, Change> later = new LinkedHashMap<>();
        underWay = new LinkedHashMap<>();
        waiting.forEach((person, change) -> (underWay.size() < MOST_AT_ONCE ? underWay : later).put(person, change));
        waiting = later;
    }

    private void written(@Nullable Set<Integer> refused, @Nullable Throwable failure) {
        Map<PersonKey, Change> done = underWay;
        underWay = new HashMap<>();
        if (failure != null || refused == null) {
            signals.guardCouldNotReach(failure == null ? new IllegalStateException("no answer") : failure);
            again(done);
            loop.after(retryAfter.get(), this::write);
            return;
        }
        Map<PersonKey, Change> back = new LinkedHashMap<>(done);
        back.values().removeIf(change -> !refused.contains(change.person().partition()));
        done.keySet().removeAll(back.keySet());
        again(back);
        writing = !waiting.isEmpty();
        if (!back.isEmpty()) {
            // The group says whose the partitions are: in touch, only a former owner that was late can have taken them.
            ledger.takeBack(refused);
            loop.after(retryAfter.get(), this::write);
        } else if (writing) {
            loop.execute(this::write);
        }
        done.values().forEach(change -> change.thens().forEach(Runnable::run));
    }

    private void again(Map<PersonKey, Change> changes) {
        waiting.forEach((person, change) -> changes.merge(person, change, Remembering::both));
        waiting = changes;
    }

    private static Change both(Change earlier, Change later) {
        earlier.thens().addAll(later.thens());
        return earlier;
    }
}
