package com.iterate.relay.gaps;

import com.iterate.relay.gaps.Scan.Want;
import com.iterate.relay.gaps.Scanned.Found;
import com.iterate.relay.lanes.Lanes;
import com.iterate.relay.lanes.Loop;
import com.iterate.relay.lanes.Parcel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fills the lanes from the log, in order, as fast as they have room, until the live position is reached. */
final class CatchUp {

    /** Records of one company that are dead-lettered in one pass because they are too old: two polls. */
    private static final int EXPIRED_AT_ONCE = 1000;

    /** Rounds are rarer by this factor while no lane has room: looking at thousands of gaps costs, too. */
    private static final int IDLE = 5;

    private final Loop loop;
    private final Lanes lanes;
    private final LogReader log;
    private final Bookkeeping books;
    private final GapsConfig config;
    private final GapSignals signals;
    private final Pause pause;
    private final Supplier<Stream<Gap>> gaps;

    /** Partitions with a pass under way. */
    private final Set<Integer> scanning = new HashSet<>();

    /** Gaps whose records were read and are not remembered yet. */
    private final Set<Gap> remembering = new HashSet<>();

    private boolean running;

    CatchUp(
            Loop loop,
            Lanes lanes,
            LogReader log,
            Bookkeeping books,
            GapsConfig config,
            GapSignals signals,
            Pause pause,
            Supplier<Stream<Gap>> gaps) {
        this.loop = loop;
        this.lanes = lanes;
        this.log = log;
        this.books = books;
        this.config = config;
        this.signals = signals;
        this.pause = pause;
        this.gaps = gaps;
    }

    void begin() {
        if (!running) {
            running = true;
            loop.execute(this::round);
        }
    }

    private void round() {
        List<Gap> all = gaps.get().toList();
        Map<Live, Map<String, Want>> passes = new LinkedHashMap<>();
        int share = share(all);
        for (Gap gap : all) {
            boolean reads =
                    gap.stage() == Stage.SKIPPING || gap.stage() == Stage.MEETING || gap.stage() == Stage.REJOINING;
            if (reads
                    && !gap.isStopped()
                    && gap.live().isReady()
                    && !scanning.contains(gap.live().number())
                    && !remembering.contains(gap)) {
                want(gap, share).ifPresent(want -> passes.computeIfAbsent(gap.live(), live -> new HashMap<>())
                        .put(gap.company(), want));
            }
        }
        passes.forEach(this::scan);
        running = !all.isEmpty();
        if (running) {
            boolean idle = scanning.isEmpty() && remembering.isEmpty();
            loop.after(idle ? config.round().multipliedBy(IDLE) : config.round(), this::round);
        }
    }

    void forget(Set<Integer> partitions) {
        remembering.removeIf(gap -> partitions.contains(gap.live().number()));
    }

    /** Of what all gaps together may have in the lanes. */
    private int share(List<Gap> all) {
        int inLanes = all.stream().mapToInt(gap -> gap.place().inLane()).sum();
        long wanting = all.stream().filter(gap -> lanes.room(gap.company()) > 0).count();
        long share = (config.recordsAhead() - inLanes) / Math.max(1, wanting);
        return (int) Math.max(config.recordsAheadEach(), share);
    }

    private Optional<Want> want(Gap gap, int share) {
        if (gap.hasArrived()) {
            close(gap);
            return Optional.empty();
        }
        Instant expired = loop.now().minus(config.expiry());
        int room = Math.min(lanes.room(gap.company()), share);
        if (room == 0 && gap.stage() == Stage.MEETING) {
            gap.goOnSkipping();
        }
        if (room == 0 && !gap.place().isRefolding()) {
            return gap.age().oldestAt().isBefore(expired) ? gap.want(EXPIRED_AT_ONCE, expired) : Optional.empty();
        }
        if (gap.stage() == Stage.MEETING && gap.waiting().undone() > config.meetingRecords()) {
            gap.goOnSkipping();
        } else if (room > 1 && gap.isWithin(config.meetingDistance())) {
            gap.meet();
        }
        Optional<Want> want = gap.want(room, Instant.MAX);
        if (want.isEmpty() && gap.hasArrived()) {
            close(gap);
        }
        return want;
    }

    private void scan(Live live, Map<String, Want> wants) {
        scanning.add(live.number());
        log.scan(new Scan(live.number(), wants))
                .whenComplete((scanned, failure) -> loop.execute(() -> scanned(live, scanned, failure)));
    }

    private void scanned(Live live, @Nullable Scanned scanned, @Nullable Throwable failure) {
        if (failure != null || scanned == null) {
            signals.couldNotRead(live.number(), failure == null ? new IllegalStateException("no answer") : failure);
            loop.after(pause.next(), () -> scanning.remove(live.number()));
            return;
        }
        scanning.remove(live.number());
        Map<String, Gap> known =
                gaps.get().filter(gap -> gap.live() == live).collect(Collectors.toMap(Gap::company, gap -> gap));
        scanned.found().forEach((company, found) -> {
            Gap gap = known.get(company);
            if (gap != null && !gap.isStopped()) {
                read(gap, found, scanned.logStart());
            }
        });
    }

    private void read(Gap gap, Found found, long logStart) {
        long first = gap.place().first();
        if (first < logStart) {
            signals.lost(gap.live().number(), gap.company(), first, logStart);
        }
        Gap.Caught caught = gap.read(found);
        caught.lost().stream()
                .filter(offset -> offset >= logStart)
                .forEach(offset -> signals.lost(gap.live().number(), gap.company(), offset, offset + 1));
        if (gap.hasArrived()) {
            close(gap, caught.parcels());
        } else if (!caught.parcels().isEmpty()) {
            remembering.add(gap);
            books.save(gap, () -> {
                remembering.remove(gap);
                lanes.accept(caught.parcels());
            });
        }
    }

    private void close(Gap gap) {
        close(gap, List.of());
    }

    private void close(Gap gap, List<Parcel> last) {
        gap.close();
        books.save(gap, () -> {
            List<Parcel> together = new ArrayList<>(last);
            together.addAll(gap.live().admit(gap.closed()));
            lanes.accept(together);
        });
    }
}
