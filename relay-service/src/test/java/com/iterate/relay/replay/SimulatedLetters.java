package com.iterate.relay.replay;

import com.iterate.relay.Defaults;
import com.iterate.relay.deadletters.DeadLetter;
import com.iterate.relay.gaps.GapRow;
import com.iterate.relay.gaps.Gaps;
import com.iterate.relay.gaps.Ledger;
import com.iterate.relay.guard.Guard;
import com.iterate.relay.lanes.Lanes;
import com.iterate.relay.lanes.Loop;
import com.iterate.relay.letters.LetterId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** The view of dead letters, and the jobs that replay them, for relays that come and go. */
public final class SimulatedLetters {

    private static final ReplayConfig SMALL = Defaults.with(
            ReplayConfig.class, Map.of("relay.replay.in-hand", "12", "relay.replay.in-hand-of-a-company", "5"));

    /** One company has chosen wrong names, and everybody who replays its letters knows better ones. */
    public static final String RENAMES = "initech";

    private static final Map<String, String> NAMES =
            Map.of("nps", "better nps", "csat", "better csat", "ces", "better ces");

    private final ModelReplayLedger ledger;
    private final Consumer<String> history;
    private final Map<LetterId, DeadLetter> letters = new TreeMap<>();
    private final Set<LetterId> inJobs = new HashSet<>();

    /** What the last replay that failed left over. */
    private final Map<LetterId, List<Piece>> remaining = new HashMap<>();

    private final List<DeadLetter> closed = new ArrayList<>();
    private long jobs;
    private long letterNumbers;

    public SimulatedLetters(Loop world, Supplier<Duration> latency, Consumer<String> history) {
        this.ledger = new ModelReplayLedger(world);
        this.ledger.takes(latency);
        this.ledger.listen(this::ended);
        this.history = history;
    }

    public void goesAway() {
        ledger.goesAway();
    }

    public void comesBack() {
        ledger.comesBack();
    }

    public void written(DeadLetter letter) {
        letters.put(new LetterId(0, letterNumbers++), letter);
    }

    /** Those that are in no job. */
    public List<DeadLetter> open() {
        return letters.entrySet().stream()
                .filter(each -> !inJobs.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    public boolean allAreClosed() {
        return letters.isEmpty();
    }

    /** Delivered or superseded. */
    public List<DeadLetter> closed() {
        return closed;
    }

    /** The attribute to which a letter's answer goes. */
    public static String name(String company, String attribute) {
        return company.equals(RENAMES) ? NAMES.getOrDefault(attribute, attribute) : attribute;
    }

    /** All that are open. */
    public void replay(double ratePerSecond) {
        long job = ++jobs;
        List<Item> items = new ArrayList<>();
        letters.forEach((id, letter) -> {
            if (inJobs.add(id)) {
                items.add(item(job, id, letter));
            }
        });
        history.accept("replay " + job + " of " + items.size() + " letters");
        ledger.begins(job, ratePerSecond, items);
    }

    public void cancelTheLatest() {
        if (jobs > 0) {
            history.accept("replay " + jobs + " is cancelled");
            ledger.cancel(jobs);
        }
    }

    private Item item(long job, LetterId id, DeadLetter letter) {
        List<Piece> pieces = remaining.getOrDefault(
                id,
                letter.undelivered().stream()
                        .map(each -> new Piece(each.questionId(), each.as()))
                        .toList());
        byte[] key = letter.original().key();
        byte[] value = letter.original().value();
        return new Item(
                job,
                id,
                letter.original().partition(),
                letter.original().offset(),
                letter.company(),
                key == null ? new byte[0] : key,
                value == null ? new byte[0] : value,
                pieces,
                letter.company().equals(RENAMES) ? NAMES : Map.of(),
                0);
    }

    private void ended(Ended ended) {
        history.accept("letter " + ended.letter() + " is " + ended.result());
        inJobs.remove(ended.letter());
        boolean isOpenAgain = ended.result().isFailure() || ended.result() == Result.CANCELLED;
        if (ended.result().isFailure()) {
            remaining.put(ended.letter(), ended.remaining());
        }
        if (!isOpenAgain) {
            closed.add(letters.remove(ended.letter()));
        }
    }

    /** For a test that fails to show. */
    @Override
    public String toString() {
        return letters.keySet() + " of which are in jobs " + inJobs + ": " + ledger;
    }

    /** One relay's part in it. */
    public final class Relay {

        private final ModelReplayLedger.Door door = ledger.door();
        private final Loop loop;

        public Relay(Loop loop) {
            this.loop = loop;
        }

        public boolean owns(int partition) {
            return ledger.isOwnedBy(door, partition);
        }

        public void takesBack(Set<Integer> partitions) {
            partitions.forEach(partition -> ledger.owns(door, partition));
        }

        /** Who takes over a partition's gaps takes over its letters. */
        public Ledger owning(Ledger gaps) {
            return new Ledger() {
                @Override
                public CompletionStage<List<GapRow>> takeOver(Set<Integer> partitions) {
                    return gaps.takeOver(partitions).thenApply(rows -> {
                        partitions.forEach(partition -> ledger.owns(door, partition));
                        return rows;
                    });
                }

                @Override
                public CompletionStage<Set<Integer>> save(List<GapRow> rows, List<GapRow> over) {
                    return gaps.save(rows, over);
                }
            };
        }

        public Feeder feeder(Lanes lanes, Gaps gaps, Guard guard, ToDoubleFunction<String> requestsPerSecond) {
            return new Feeder(
                    loop,
                    door,
                    new LaneOutlet(loop, lanes, gaps, guard, requestsPerSecond, SMALL),
                    SMALL,
                    () -> Duration.ofMillis(700),
                    new SilentReplaySignals());
        }
    }
}
