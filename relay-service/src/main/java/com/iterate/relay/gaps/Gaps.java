package com.iterate.relay.gaps;

import com.iterate.relay.gaps.Gap.State;
import com.iterate.relay.lanes.Lanes;
import com.iterate.relay.lanes.Loop;
import com.iterate.relay.lanes.Obstacle;
import com.iterate.relay.lanes.Parcel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The gaps of all partitions that this relay owns. Every method is called on the loop. */
public final class Gaps {

    /**
     * How it stands.
     *
     * @param oldestAt when Kafka had the oldest answer that waits in a gap
     */
    public record Summary(int gaps, Optional<Instant> oldestAt) {}

    private final Loop loop;
    private final Lanes lanes;
    private final Ledger ledger;
    private final GapsConfig config;
    private final GapSignals signals;
    private final Pause pause;
    private final Bookkeeping books;
    private final CatchUp catchUp;
    private final Map<Integer, Map<String, Gap>> gaps = new HashMap<>();
    private final Map<Integer, Live> owned = new HashMap<>();
    private Consumer<Set<Integer>> takenAway = partitions -> {};
    private boolean reviewing;

    public Gaps(
            Loop loop,
            Lanes lanes,
            Ledger ledger,
            LogReader log,
            GapsConfig config,
            GapSignals signals,
            RandomGenerator random) {
        this.loop = loop;
        this.lanes = lanes;
        this.ledger = ledger;
        this.config = config;
        this.signals = signals;
        this.pause = new Pause(config.retry(), random);
        this.books = new Bookkeeping(loop, ledger, pause, signals, this::fenced);
        this.catchUp = new CatchUp(loop, lanes, log, books, config, signals, pause, this::all);
    }

    /** @param listener told the partitions that another relay took over while this one thought they were its own */
    public void onTakenAway(Consumer<Set<Integer>> listener) {
        takenAway = listener;
    }

    /** Asks for the former gaps of these partitions until they are known; then tells each of them. */
    public void takeOver(Collection<? extends Live> partitions) {
        Map<Integer, Live> taken = new HashMap<>();
        partitions.forEach(live -> taken.put(live.number(), live));
        owned.putAll(taken);
        askFor(taken);
        if (!reviewing) {
            reviewing = true;
            loop.after(config.review(), this::review);
        }
    }

    private void askFor(Map<Integer, Live> taken) {
        ledger.takeOver(taken.keySet())
                .whenComplete((rows, failure) -> loop.execute(() -> answered(taken, rows, failure)));
    }

    private void answered(Map<Integer, Live> taken, @Nullable List<GapRow> rows, @Nullable Throwable failure) {
        taken.values().removeIf(live -> owned.get(live.number()) != live);
        if (taken.isEmpty()) {
            return;
        }
        if (failure != null || rows == null) {
            signals.couldNotSave(failure == null ? new IllegalStateException("no answer") : failure);
            loop.after(pause.next(), () -> askFor(taken));
            return;
        }
        for (GapRow row : rows) {
            Live live = taken.get(row.partition());
            if (live != null) {
                put(Gap.inherited(row, live));
            }
        }
        taken.values().forEach(Live::gapsKnown);
        catchUp.begin();
    }

    /** @return whether the live reader need not hand this record to the lane */
    public boolean takes(Live live, Parcel parcel) {
        Gap gap = of(live).get(parcel.event().companyId());
        return gap != null && gap.takes(parcel);
    }

    /** Done while its gap was opening. */
    public void finished(Live live, Parcel parcel) {
        Gap gap = of(live).get(parcel.event().companyId());
        if (gap != null) {
            gap.finished(parcel);
        }
    }

    /** The live reader goes on without this company. Nothing happens if it holds nothing of it. */
    public void open(Live live, String company, Obstacle cause) {
        Gap known = of(live).get(company);
        if (known != null && known.state() != State.DRAINING) {
            return;
        }
        List<Parcel> inLane = liveParcels(live, company);
        List<Parcel> held = live.takeHeld(company);
        if (inLane.isEmpty() && held.isEmpty()) {
            return;
        }
        Instant now = loop.now();
        Gap gap = known != null ? known : Gap.opening(live, company, cause, now);
        gap.open(cause, now, inLane, held);
        put(gap);
        signals.opened(live.number(), company, cause);
        books.save(gap, () -> opened(gap));
    }

    private void opened(Gap gap) {
        gap.opened();
        for (Parcel parcel : liveParcels(gap.live(), gap.company())) {
            gap.live().passed(parcel);
            parcel.moveTo(gap);
        }
        lanes.shedIfBlocked(gap.company(), gap.live().number());
        catchUp.begin();
    }

    private List<Parcel> liveParcels(Live live, String company) {
        return lanes.waiting(company, live.number()).stream()
                .filter(parcel -> parcel.source() == live)
                .toList();
    }

    /** Remembers all that is done, then forgets; nothing of these partitions may be in flight any more. */
    public CompletionStage<Void> release(Set<Integer> partitions) {
        List<CompletableFuture<Void>> saved = new ArrayList<>();
        all().filter(gap -> partitions.contains(gap.live().number())).forEach(gap -> {
            CompletableFuture<Void> written = new CompletableFuture<>();
            saved.add(written);
            books.save(gap, () -> written.complete(null));
        });
        return CompletableFuture.allOf(saved.toArray(CompletableFuture[]::new)).thenRun(() -> forget(partitions));
    }

    public void forget(Set<Integer> partitions) {
        books.forget(partitions);
        catchUp.forget(partitions);
        partitions.forEach(owned::remove);
        partitions.forEach(gaps::remove);
    }

    public Summary summary() {
        return new Summary((int) all().count(), all().map(Gap::oldestAt).min(Comparator.naturalOrder()));
    }

    private void review() {
        Instant now = loop.now();
        lanes.obstacles().forEach((company, obstacle) -> List.copyOf(owned.values()).stream()
                .filter(Live::isReady)
                .forEach(live -> open(live, company, obstacle)));
        for (Gap gap : all().toList()) {
            if (gap.growsOld(config.alarm(), now)) {
                signals.growsOld(gap.live().number(), gap.company());
            }
            if (gap.state() == State.SKIPPING) {
                lanes.shedIfBlocked(gap.company(), gap.live().number());
            }
            if (gap.isOver() || gap.place().isChanged()) {
                books.save(gap, () -> removeIfOver(gap));
            }
        }
        tellThePeople();
        reviewing = !owned.isEmpty();
        if (reviewing) {
            loop.after(config.review(), this::review);
        }
    }

    private void removeIfOver(Gap gap) {
        Map<String, Gap> companies = of(gap.live());
        if (gap.isOver() && companies.remove(gap.company(), gap)) {
            signals.closed(gap.live().number(), gap.company());
        }
    }

    private void tellThePeople() {
        Map<String, Instant> behind = new HashMap<>();
        all().filter(gap -> gap.state() != State.DRAINING)
                .forEach(gap ->
                        behind.merge(gap.company(), gap.openedAt(), (one, other) -> one.isBefore(other) ? one : other));
        lanes.behind(behind);
    }

    private void fenced(Set<Integer> partitions) {
        partitions.forEach(signals::fenced);
        forget(partitions);
        takenAway.accept(partitions);
    }

    private void put(Gap gap) {
        gaps.computeIfAbsent(gap.live().number(), number -> new HashMap<>()).put(gap.company(), gap);
    }

    private Map<String, Gap> of(Live live) {
        return owned.get(live.number()) == live ? gaps.getOrDefault(live.number(), Map.of()) : Map.of();
    }

    private Stream<Gap> all() {
        return gaps.values().stream().flatMap(companies -> companies.values().stream());
    }
}
