package com.iterate.relay.gaps;

import com.iterate.relay.lanes.Loop;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The table of gaps and who may write it, as PostgreSQL keeps them; every relay has a door of its own. */
public final class ModelLedger {

    private record Key(int partition, String company) {}

    private final Loop loop;
    private final Map<Key, GapRow> rows = new HashMap<>();
    private final Map<Integer, Door> owners = new HashMap<>();
    private Supplier<Duration> latency = () -> Duration.ofMillis(3);
    private boolean away;
    private Consumer<GapRow> listener = row -> {};

    /** @param rows told each row that is written */
    public void listen(Consumer<GapRow> rows) {
        listener = rows;
    }

    public ModelLedger(Loop loop) {
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

    public List<GapRow> rows() {
        return List.copyOf(rows.values());
    }

    public Optional<GapRow> row(int partition, String company) {
        return Optional.ofNullable(rows.get(new Key(partition, company)));
    }

    /** @return what one relay sees */
    public Ledger door() {
        return new Door();
    }

    private final class Door implements Ledger {

        @Override
        public CompletionStage<List<GapRow>> takeOver(Set<Integer> partitions) {
            return later(() -> {
                partitions.forEach(partition -> owners.put(partition, this));
                return rows.values().stream()
                        .filter(row -> partitions.contains(row.partition()))
                        .toList();
            });
        }

        @Override
        public CompletionStage<Set<Integer>> save(List<GapRow> changed, List<GapRow> over) {
            return later(() -> {
                Set<Integer> refused = new HashSet<>();
                for (GapRow row : changed) {
                    if (isMine(row, refused)) {
                        listener.accept(row);
                        rows.put(new Key(row.partition(), row.company()), row);
                    }
                }
                for (GapRow row : over) {
                    if (isMine(row, refused)) {
                        rows.remove(new Key(row.partition(), row.company()));
                    }
                }
                return refused;
            });
        }

        private boolean isMine(GapRow row, Set<Integer> refused) {
            boolean mine = owners.get(row.partition()) == this;
            if (!mine) {
                refused.add(row.partition());
            }
            return mine;
        }

        /** A database that goes away may have done its work before: half the time to the question is half the time to the answer. */
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

    /** By partition and company, for a test that fails to show. */
    @Override
    public String toString() {
        Map<String, GapRow> sorted = new TreeMap<>();
        rows.forEach((key, row) -> sorted.put(key.partition() + "/" + key.company(), row));
        return sorted.toString();
    }
}
