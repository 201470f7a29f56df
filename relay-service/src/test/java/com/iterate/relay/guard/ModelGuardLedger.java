package com.iterate.relay.guard;

import com.iterate.relay.lanes.Age;
import com.iterate.relay.lanes.Loop;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/** The table of guards as PostgreSQL keeps it. */
public final class ModelGuardLedger implements GuardLedger {

    private final Loop loop;
    private final Map<PersonKey, GuardRow> rows = new HashMap<>();
    private Supplier<Duration> latency = () -> Duration.ofMillis(3);
    private boolean away;
    private int writes;

    public ModelGuardLedger(Loop loop) {
        this.loop = loop;
    }

    public void takes(Supplier<Duration> each) {
        latency = each;
    }

    public void goesAway() {
        away = true;
    }

    public void comesBack() {
        away = false;
    }

    /** As the sweep does, once somebody's letters have been closed for long. */
    void forget(PersonKey person) {
        rows.remove(person);
    }

    List<GuardRow> rows() {
        return new ArrayList<>(rows.values());
    }

    int writes() {
        return writes;
    }

    @Override
    public CompletionStage<List<GuardRow>> load(Set<Integer> partitions) {
        return later(() -> rows().stream()
                .filter(row -> partitions.contains(row.partition()))
                .toList());
    }

    @Override
    public CompletionStage<Set<Integer>> save(Collection<GuardRow> changed) {
        return save(changed, partition -> true);
    }

    @Override
    public CompletionStage<Set<PersonKey>> forgotten(Collection<PersonKey> people) {
        return later(() -> {
            Set<PersonKey> forgotten = new HashSet<>(people);
            forgotten.removeAll(rows.keySet());
            return forgotten;
        });
    }

    @Override
    public CompletionStage<Void> takeBack(Set<Integer> partitions) {
        return CompletableFuture.completedFuture(null);
    }

    private CompletionStage<Set<Integer>> save(Collection<GuardRow> changed, IntPredicate mine) {
        return later(() -> {
            writes++;
            Set<Integer> refused = new HashSet<>();
            for (GuardRow row : changed) {
                if (mine.test(row.partition())) {
                    rows.merge(row.person(), row, ModelGuardLedger::newest);
                } else {
                    refused.add(row.partition());
                }
            }
            return refused;
        });
    }

    /** What one relay sees. */
    public GuardLedger door(IntPredicate mine, Consumer<Set<Integer>> takeBack) {
        return new GuardLedger() {
            @Override
            public CompletionStage<List<GuardRow>> load(Set<Integer> partitions) {
                return ModelGuardLedger.this.load(partitions);
            }

            @Override
            public CompletionStage<Set<Integer>> save(Collection<GuardRow> changed) {
                return ModelGuardLedger.this.save(changed, mine);
            }

            @Override
            public CompletionStage<Set<PersonKey>> forgotten(Collection<PersonKey> people) {
                return ModelGuardLedger.this.forgotten(people);
            }

            @Override
            public CompletionStage<Void> takeBack(Set<Integer> partitions) {
                takeBack.accept(partitions);
                return CompletableFuture.completedFuture(null);
            }
        };
    }

    private static GuardRow newest(GuardRow before, GuardRow after) {
        Map<String, Age> both = new HashMap<>(before.sent());
        after.sent()
                .forEach((attribute, age) ->
                        both.merge(attribute, age, (one, other) -> one.compareTo(other) < 0 ? other : one));
        return new GuardRow(after.person(), after.partition(), after.company(), both);
    }

    /** Half the time to the question is half the time to the answer: what fails may have been written. */
    private <T> CompletionStage<T> later(Supplier<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        loop.after(latency.get(), () -> {
            if (away) {
                answer.completeExceptionally(new IOException("the database is away"));
                return;
            }
            T result = work.get();
            loop.after(latency.get(), () -> {
                if (away) {
                    answer.completeExceptionally(new IOException("the connection broke after the commit"));
                } else {
                    answer.complete(result);
                }
            });
        });
        return answer;
    }
}
