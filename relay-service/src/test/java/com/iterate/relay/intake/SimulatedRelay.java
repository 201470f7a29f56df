package com.iterate.relay.intake;

import com.iterate.relay.Defaults;
import com.iterate.relay.credentials.Lookup;
import com.iterate.relay.deadletters.DeadLetter;
import com.iterate.relay.gaps.Gaps;
import com.iterate.relay.gaps.GapsConfig;
import com.iterate.relay.gaps.SilentGapSignals;
import com.iterate.relay.guard.Guard;
import com.iterate.relay.lanes.Lanes;
import com.iterate.relay.lanes.LanesConfig;
import com.iterate.relay.lanes.Parcel;
import com.iterate.relay.lanes.SilentSignals;
import com.iterate.relay.lanes.Surroundings;
import com.iterate.relay.replay.Feeder;
import com.iterate.relay.replay.SimulatedLetters;
import com.iterate.relay.tracing.Traces;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A relay between a simulated Kafka and a simulated Braze: polls, commits and leaves as the edges in this package do. */
final class SimulatedRelay {

    private static final IntakeConfig SMALL = Defaults.with(
            IntakeConfig.class, Map.of("relay.intake.window-records", "48", "relay.intake.window-bytes", "1000000"));

    private static final LanesConfig LANES = Defaults.with(
            LanesConfig.class, Map.of("relay.lanes.cap-records", "12", "relay.lanes.objects-per-request", "7"));

    private static final GapsConfig GAPS = Defaults.with(
            GapsConfig.class,
            Map.of(
                    "relay.gaps.records-ahead", "20",
                    "relay.gaps.records-ahead-each", "4",
                    "relay.gaps.meeting-distance", "5",
                    "relay.gaps.meeting-records", "6"));

    private final MortalLoop loop;
    private final Simulation world;
    private final String name;
    private final Lanes lanes;
    private final Intake intake;
    private final Map<Integer, Long> positions = new HashMap<>();
    private final Map<Integer, Integer> unnoted = new HashMap<>();
    private final Map<Object, Runnable> requests = new IdentityHashMap<>();
    private boolean polling;
    private Instant committedAt = Instant.EPOCH;
    private boolean committing;

    SimulatedRelay(Simulation world, String name, long seed) {
        this.world = world;
        this.name = name;
        this.loop = new MortalLoop(world.time());
        SimulatedLetters.Relay letters = world.letters().new Relay(loop);
        Guard guard = new Guard(
                loop,
                world.guards().door(letters::owns, letters::takesBack),
                () -> world.aWhile().multipliedBy(40),
                failure -> {});
        this.lanes = new Lanes(
                new Surroundings(
                        loop,
                        LANES,
                        (connection, objects) -> world.braze().track(this, connection, objects),
                        company -> CompletableFuture.completedFuture(world.lookup(company)),
                        this::deadLetter,
                        new SilentSignals(),
                        Traces.OFF,
                        guard,
                        this::note,
                        (company, person) -> false),
                new Random(seed));
        Gaps gaps = new Gaps(
                loop,
                lanes,
                letters.owning(world.ledger().door()),
                world.log().reader(loop),
                GAPS,
                new SilentGapSignals(),
                new Random(seed));
        Feeder feeder = letters.feeder(lanes, gaps, guard, world::requestsPerSecond);
        this.intake = new Intake(
                loop,
                SMALL,
                lanes,
                gaps,
                Handover.of(guard, feeder),
                new Faults(
                        loop,
                        this::deadLetter,
                        (record, decoded, ending, then) -> then.run(),
                        (company, person) -> false,
                        reason -> {}),
                this::noted);
        loop.after(Duration.ofMillis(1), this::poll);
        loop.after(SMALL.commitInterval(), this::commit);
    }

    MortalLoop loop() {
        return loop;
    }

    void notes(String what) {
        world.note(name + " " + what);
    }

    String name() {
        return name;
    }

    void isTold(String company, Lookup lookup) {
        loop.execute(() -> lanes.changed(company, lookup));
    }

    private CompletableFuture<Void> deadLetter(DeadLetter letter) {
        CompletableFuture<Void> written = new CompletableFuture<>();
        loop.after(world.aWhile(), () -> {
            world.deadLettered(letter);
            written.complete(null);
        });
        return written;
    }

    /** What was not simply delivered is taken down first, which takes up to 400 ms. */
    private void note(Parcel parcel, Runnable then) {
        int partition = parcel.original().partition();
        unnoted.merge(partition, 1, Integer::sum);
        loop.after(world.aWhile().multipliedBy(world.aWhile().toMillis()), () -> {
            unnoted.merge(partition, -1, Integer::sum);
            then.run();
        });
    }

    private CompletableFuture<Void> noted(Set<Integer> partitions) {
        CompletableFuture<Void> noted = new CompletableFuture<>();
        waitUntilNoted(partitions, noted);
        return noted;
    }

    private void waitUntilNoted(Set<Integer> partitions, CompletableFuture<Void> noted) {
        if (partitions.stream().anyMatch(partition -> unnoted.getOrDefault(partition, 0) > 0)) {
            loop.after(Duration.ofMillis(5), () -> waitUntilNoted(partitions, noted));
        } else {
            noted.complete(null);
        }
    }

    void assigned(Map<Integer, Start> starts) {
        notes("is assigned " + starts);
        starts.forEach((partition, start) -> positions.put(partition, start.committed()));
        intake.heardOf(loop.now());
        intake.assigned(starts, world.log().partitions());
    }

    /** As a rebalance does it: in time, or without a commit. */
    CompletableFuture<Map<Integer, Release>> revoked(Set<Integer> partitions) {
        notes("is asked to leave " + partitions);
        partitions.forEach(positions::remove);
        CompletableFuture<Map<Integer, Release>> released = new CompletableFuture<>();
        intake.release(partitions).thenAccept(released::complete);
        loop.after(SMALL.drain(), () -> {
            if (!released.isDone()) {
                intake.forget(partitions);
                released.complete(Map.of());
            }
        });
        return released;
    }

    void lost(Set<Integer> partitions) {
        notes("lost " + partitions);
        partitions.forEach(positions::remove);
        intake.lost(partitions);
    }

    private void poll() {
        if (!polling && world.group().hears(this)) {
            List<Intake.Incoming> records = new ArrayList<>();
            Set<Integer> satisfied = intake.satisfied();
            positions.replaceAll((partition, position) -> {
                if (satisfied.contains(partition)) {
                    return position;
                }
                List<Intake.Incoming> read = world.log().read(partition, position, 5);
                records.addAll(read);
                return position + read.size();
            });
            polling = true;
            intake.offer(records).thenRun(() -> polling = false);
        }
        loop.after(Duration.ofMillis(10), this::poll);
    }

    private void commit() {
        boolean prove = !committedAt.plus(SMALL.proveMembership()).isAfter(loop.now());
        Map<Integer, Long> offsets = prove ? intake.committableOfAll() : intake.committable();
        if (!offsets.isEmpty() && !committing) {
            committing = true;
            Instant sentAt = loop.now();
            committedAt = sentAt;
            loop.after(world.aWhile(), () -> {
                boolean taken = world.group().commits(this, owned(offsets));
                loop.after(world.aWhile(), () -> {
                    committing = false;
                    if (taken) {
                        intake.committed(offsets);
                        intake.heardOf(sentAt);
                    }
                });
            });
        }
        loop.after(SMALL.commitInterval(), this::commit);
    }

    private static Map<Integer, Release> owned(Map<Integer, Long> offsets) {
        Map<Integer, Release> owned = new HashMap<>();
        offsets.forEach((partition, offset) -> owned.put(partition, new Release(offset, Release.OWNED)));
        return owned;
    }

    void whenItDies(Object request, Runnable then) {
        requests.put(request, then);
    }

    void hasEnded(Object request) {
        requests.remove(request);
    }

    /** SIGKILL: its connections end with it. */
    void die() {
        loop.die();
        requests.values().forEach(Runnable::run);
        requests.clear();
    }
}
