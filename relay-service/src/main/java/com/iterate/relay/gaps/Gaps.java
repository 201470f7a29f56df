package com.iterate.relay.gaps;

import com.iterate.relay.lanes.Behind;
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
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

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
    private final GapsConfig config;
    private final GapSignals signals;
    private final Heritage heritage;
    private final Bookkeeping books;
    private final CatchUp catchUp;
    private final Map<Integer, Map<String, Gap>> gaps = new HashMap<>();
    private final Map<Integer, Live> owned = new HashMap<>();
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
        this.config = config;
        this.signals = signals;
        Pause pause = new Pause(config.retry(), random);
        this.heritage = new Heritage(loop, lanes, ledger, pause, signals, this::isOwned, this::inherit);
        this.books = new Bookkeeping(loop, ledger, lanes::isInTouch, pause, signals, this::remove);
        this.catchUp = new CatchUp(loop, lanes, log, books, config, signals, pause, this::all);
    }

    /** Asks for the former gaps of these partitions until they are known; then tells each of them. */
    public void takeOver(Collection<? extends Live> partitions) {
        Map<Integer, Live> taken = new HashMap<>();
        partitions.forEach(live -> taken.put(live.number(), live));
        owned.putAll(taken);
        heritage.ask(taken);
        if (!reviewing) {
            reviewing = true;
            loop.after(config.review(), this::review);
        }
    }

    /** @return whether the live reader need not hand this record to the lane */
    public boolean takes(Live live, Parcel parcel) {
        Gap gap = of(live).get(parcel.event().companyId());
        return gap != null && gap.takes(parcel);
    }

    /**
     * The live reader's record is done. While there is a gap the commit must not pass it before the gap's own records are
     * remembered as done: a successor would send those, which are older, again.
     *
     * @return whether the gap lets it pass later
     */
    public boolean remembers(Live live, Parcel parcel) {
        Gap gap = of(live).get(parcel.event().companyId());
        if (gap == null || gap.isStopped()) {
            return false;
        }
        if (gap.holdsBack(parcel) >= config.recordsAhead() / 10) {
            books.save(gap, () -> {});
        }
        return true;
    }

    /** The live reader goes on without this company. Nothing happens if it holds nothing of it. */
    public void open(Live live, String company, Obstacle cause) {
        Gap known = of(live).get(company);
        if (known != null && (known.stage() != Stage.DRAINING || known.isStopped())) {
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

    /** Hands nothing of these partitions to a lane any more. */
    public void stop(Set<Integer> partitions) {
        books.forget(partitions);
        catchUp.forget(partitions);
        partitions.forEach(
                number -> gaps.getOrDefault(number, Map.of()).values().forEach(Gap::stop));
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

    /** Whether lanes get all of a company's records of this partition at present: nothing older waits in the log. */
    public boolean isServed(int partition, String company) {
        Live live = owned.get(partition);
        Gap gap = gaps.getOrDefault(partition, Map.of()).get(company);
        return live != null && live.isReady() && (gap == null || gap.stage() == Stage.DRAINING);
    }

    public Summary summary() {
        return new Summary(
                (int) all().count(), all().map(gap -> gap.age().oldestAt()).min(Comparator.naturalOrder()));
    }

    public List<Progress> progress() {
        return all().map(gap -> new Progress(
                        gap.live().number(),
                        gap.company(),
                        gap.age().openedAt(),
                        gap.place().doneBefore()))
                .toList();
    }

    private void review() {
        Instant now = loop.now();
        lanes.obstacles().forEach((company, obstacle) -> List.copyOf(owned.values()).stream()
                .filter(Live::isReady)
                .forEach(live -> open(live, company, obstacle)));
        for (Gap gap : all().toList()) {
            if (gap.age().growsOld(config.alarm(), now)) {
                signals.growsOld(gap.live().number(), gap.company());
            }
            if (gap.stage() == Stage.SKIPPING) {
                lanes.shedIfBlocked(gap.company(), gap.live().number());
            }
            if (!gap.isStopped() && (gap.isOver() || gap.isChanged())) {
                books.save(gap, () -> {});
            }
        }
        tellThePeople();
        reviewing = !owned.isEmpty();
        if (reviewing) {
            loop.after(config.review(), this::review);
        }
    }

    /** Unless it was opened again meanwhile. */
    private void remove(Gap gap) {
        Map<String, Gap> companies = gaps.get(gap.live().number());
        if (gap.isOver() && companies != null && companies.remove(gap.company(), gap)) {
            if (companies.isEmpty()) {
                gaps.remove(gap.live().number());
            }
            gap.waiting().letAllPass();
            signals.closed(gap.live().number(), gap.company());
        }
    }

    private void tellThePeople() {
        Map<String, Behind> behind = new HashMap<>();
        all().filter(gap -> gap.stage() != Stage.DRAINING)
                .forEach(gap -> behind.merge(
                        gap.company(),
                        new Behind(gap.age().openedAt(), gap.place().waiting()),
                        Behind::plus));
        lanes.behind(behind);
    }

    private boolean isOwned(Live live) {
        return owned.get(live.number()) == live;
    }

    private void inherit(Gap gap) {
        put(gap);
        catchUp.begin();
    }

    private void put(Gap gap) {
        gaps.computeIfAbsent(gap.live().number(), number -> new HashMap<>()).put(gap.company(), gap);
    }

    private Map<String, Gap> of(Live live) {
        // Asked twice for every record, and mostly all is well.
        return !gaps.isEmpty() && isOwned(live) ? gaps.getOrDefault(live.number(), Map.of()) : Map.of();
    }

    private Stream<Gap> all() {
        return gaps.values().stream().flatMap(companies -> companies.values().stream());
    }
}
