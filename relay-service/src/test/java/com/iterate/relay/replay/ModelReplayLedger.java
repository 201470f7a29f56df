package com.iterate.relay.replay;

import com.iterate.relay.lanes.Loop;
import com.iterate.relay.letters.LetterId;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of jobs and who may write them, as PostgreSQL keeps them; every relay has a door of its own. */
final class ModelReplayLedger {

    private static final class Row {
        private final Item item;
        private Optional<Object> claimedBy = Optional.empty();
        private Optional<Result> result = Optional.empty();

        Row(Item item) {
            this.item = item;
        }

        boolean isOpen() {
            return result.isEmpty();
        }
    }

    private final Loop loop;
    private final Map<LetterId, Row> rows = new TreeMap<>();
    private final Map<Long, Phase> phases = new HashMap<>();
    private final Map<Long, Double> rates = new HashMap<>();
    private final Map<Integer, Object> owners = new HashMap<>();
    private Supplier<Duration> latency = () -> Duration.ofMillis(3);
    private boolean away;
    private int settledTwice;
    private Consumer<Ended> listener = ended -> {};

    ModelReplayLedger(Loop loop) {
        this.loop = loop;
    }

    void takes(Supplier<Duration> each) {
        latency = each;
    }

    /** @param ended told each result that is written */
    void listen(Consumer<Ended> ended) {
        listener = ended;
    }

    void cancel(long job) {
        phases.put(job, Phase.CANCELLED);
        letGo();
    }

    /** What nobody has claimed of jobs that are over is open again. */
    private void letGo() {
        List.copyOf(rows.values()).stream()
                .filter(row -> phases.get(row.item.job()).isOver() && row.isOpen() && row.claimedBy.isEmpty())
                .forEach(row -> {
                    row.result = Optional.of(Result.CANCELLED);
                    listener.accept(Ended.of(row.item, Result.CANCELLED));
                });
    }

    void goesAway() {
        away = true;
    }

    void comesBack() {
        away = false;
    }

    void begins(long job, double ratePerSecond, Collection<Item> items) {
        phases.put(job, Phase.RUNNING);
        rates.put(job, ratePerSecond);
        items.forEach(item -> rows.put(item.letter(), new Row(item)));
    }

    void enters(long job, Phase phase) {
        phases.put(job, phase);
    }

    void owns(Object owner, int partition) {
        owners.put(partition, owner);
    }

    boolean isOwnedBy(Object owner, int partition) {
        return owners.get(partition) == owner;
    }

    Map<LetterId, Result> results() {
        Map<LetterId, Result> results = new TreeMap<>();
        rows.forEach((letter, row) -> row.result.ifPresent(result -> results.put(letter, result)));
        return results;
    }

    int settledTwice() {
        return settledTwice;
    }

    Door door() {
        return new Door();
    }

    @Override
    public String toString() {
        List<String> open = rows.values().stream()
                .filter(Row::isOpen)
                .map(row -> row.item.letter() + " of job " + row.item.job() + " "
                        + phases.get(row.item.job()) + " in partition " + row.item.partition() + " of "
                        + row.item.company() + (row.claimedBy.isPresent() ? " claimed" : "")
                        + (row.claimedBy.equals(Optional.ofNullable(owners.get(row.item.partition())))
                                ? " by its owner"
                                : ""))
                .toList();
        return String.join(", ", open);
    }

    final class Door implements ReplayLedger {

        @Override
        public CompletionStage<List<Item>> takeOver(Set<Integer> partitions) {
            return later(() -> open(partitions)
                    .filter(row -> row.claimedBy.isPresent())
                    .map(row -> row.item)
                    .toList());
        }

        @Override
        public CompletionStage<Void> guarded(Set<Integer> partitions) {
            return later(() -> {
                open(mine(partitions)).forEach(row -> row.claimedBy = Optional.empty());
                letGo();
                return null;
            });
        }

        @Override
        public CompletionStage<List<Work>> work(Set<Integer> partitions) {
            return later(() -> {
                Map<List<Object>, Set<Integer>> found = new HashMap<>();
                open(partitions)
                        .filter(row -> phases.get(row.item.job()).feeds())
                        .forEach(row -> found.computeIfAbsent(
                                        List.of(row.item.job(), row.item.company()), key -> new HashSet<>())
                                .add(row.item.partition()));
                List<Work> work = new ArrayList<>();
                found.forEach((key, where) -> work.add(
                        new Work((Long) key.get(0), (String) key.get(1), where, rates.get((Long) key.get(0)))));
                return work;
            });
        }

        @Override
        public CompletionStage<Claimed> claim(List<Ask> asks, Set<LetterId> inHand) {
            return later(() -> {
                List<Item> claimed = new ArrayList<>();
                Set<Integer> refused = new HashSet<>();
                for (Ask ask : asks) {
                    refused.addAll(ask.partitions());
                    refused.removeAll(mine(ask.partitions()));
                    open(mine(ask.partitions()))
                            .filter(row -> row.item.job() == ask.job()
                                    && row.item.company().equals(ask.company())
                                    && phases.get(ask.job()).feeds()
                                    && !inHand.contains(row.item.letter()))
                            .sorted(Comparator.comparingLong(row -> row.item.offset()))
                            .limit(ask.most())
                            .forEach(row -> {
                                row.claimedBy = Optional.of(this);
                                claimed.add(row.item);
                            });
                }
                return new Claimed(claimed, refused);
            });
        }

        @Override
        public CompletionStage<Set<Integer>> settle(List<Ended> ended) {
            return later(() -> {
                Set<Integer> partitions =
                        ended.stream().map(each -> each.partition()).collect(Collectors.toSet());
                Set<Integer> mine = mine(partitions);
                for (Ended each : ended) {
                    Row row = rows.get(each.letter());
                    if (!mine.contains(each.partition())) {
                        continue;
                    }
                    if (row.isOpen() && row.item.job() == each.job()) {
                        row.result = Optional.of(each.result());
                        listener.accept(each);
                    } else {
                        settledTwice++;
                    }
                }
                partitions.removeAll(mine);
                return partitions;
            });
        }

        @Override
        public CompletionStage<Void> release(Set<Integer> partitions, Set<LetterId> inHand) {
            return later(() -> {
                open(partitions)
                        .filter(row -> row.claimedBy.equals(Optional.of(this)) && !inHand.contains(row.item.letter()))
                        .forEach(row -> row.claimedBy = Optional.empty());
                letGo();
                return null;
            });
        }

        @Override
        public CompletionStage<Void> takeBack(Set<Integer> partitions) {
            return later(() -> {
                partitions.forEach(partition -> owners.put(partition, this));
                return null;
            });
        }

        private Set<Integer> mine(Set<Integer> partitions) {
            return partitions.stream()
                    .filter(number -> owners.get(number) == this)
                    .collect(Collectors.toCollection(HashSet::new));
        }

        private Stream<Row> open(Set<Integer> partitions) {
            return List.copyOf(rows.values()).stream()
                    .filter(row -> row.isOpen() && partitions.contains(row.item.partition()));
        }
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
