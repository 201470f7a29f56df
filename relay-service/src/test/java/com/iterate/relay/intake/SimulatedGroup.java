package com.iterate.relay.intake;

import com.iterate.relay.lanes.Loop;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Kafka's group of relays: who owns which partition, and what was committed with which word. */
final class SimulatedGroup {

    private record Commit(long offset, String metadata) {}

    private static final Duration SESSION = Duration.ofSeconds(20);
    private static final Duration SETTLE = Duration.ofSeconds(3);

    private final Loop world;
    private final ModelLog log;
    private final Audit audit;
    private final Supplier<List<SimulatedRelay>> members;
    private final Map<Integer, SimulatedRelay> owners = new HashMap<>();
    private final Map<Integer, Commit> commits = new HashMap<>();
    private final Set<Integer> moving = new HashSet<>();
    private final Set<SimulatedRelay> deaf = new HashSet<>();

    /** Looks at every commit. */
    interface Audit {
        void committed(int partition, long from, long to);
    }

    /** @param members those that live at present */
    SimulatedGroup(Loop world, ModelLog log, Audit audit, Supplier<List<SimulatedRelay>> members) {
        this.world = world;
        this.log = log;
        this.audit = audit;
        this.members = members;
    }

    Optional<SimulatedRelay> owner(int partition) {
        return Optional.ofNullable(owners.get(partition));
    }

    boolean isSettled() {
        return moving.isEmpty() && owners.size() == log.partitions();
    }

    long committed(int partition) {
        Commit commit = commits.get(partition);
        return commit == null ? 0 : commit.offset();
    }

    boolean hears(SimulatedRelay relay) {
        return !deaf.contains(relay);
    }

    boolean commits(SimulatedRelay relay, Map<Integer, Release> offsets) {
        if (deaf.contains(relay) || !offsets.keySet().stream().allMatch(number -> owners.get(number) == relay)) {
            return false;
        }
        offsets.forEach((number, release) -> {
            audit.committed(number, committed(number), release.offset());
            commits.put(number, new Commit(release.offset(), release.mark()));
        });
        return true;
    }

    /** Nobody has it: as after the end of a session. */
    void assign(int partition, SimulatedRelay to) {
        owners.put(partition, to);
        Commit commit = commits.get(partition);
        boolean nobodyBefore = commit == null || commit.metadata().equals(Release.RELEASED);
        long from = commit == null ? 0 : commit.offset();
        long end = commit == null ? 0 : log.end(partition);
        Instant notBefore = nobodyBefore ? Instant.EPOCH : world.now().plus(SETTLE);
        commits.put(partition, new Commit(from, Release.OWNED));
        to.loop().execute(() -> to.assigned(Map.of(partition, new Start(from, end, notBefore))));
    }

    /** A rebalance that everybody takes part in. */
    void move(int partition, SimulatedRelay to) {
        SimulatedRelay from = owners.get(partition);
        if (from == null || from == to || deaf.contains(from) || deaf.contains(to) || !moving.add(partition)) {
            return;
        }
        from.loop().execute(() -> from.revoked(Set.of(partition)).thenAccept(settled -> {
            if (owners.get(partition) == from) {
                if (!settled.isEmpty()) {
                    commits(from, settled);
                }
                owners.remove(partition);
                moving.remove(partition);
                assignToAnybody(partition);
            }
        }));
    }

    /** It died: the group finds out when the session is over. */
    void died(SimulatedRelay relay) {
        world.after(SESSION, () -> handOver(relay));
    }

    /** It hears and says nothing for a while; its partitions go to the other if that lasts longer than a session. */
    void cutOff(SimulatedRelay relay, Duration duration) {
        if (!deaf.add(relay)) {
            return;
        }
        if (duration.compareTo(SESSION) > 0) {
            world.after(SESSION, () -> handOver(relay));
        }
        world.after(duration, () -> {
            deaf.remove(relay);
            Set<Integer> lost = new HashSet<>();
            for (int number = 0; number < log.partitions(); number++) {
                if (owners.get(number) != relay) {
                    lost.add(number);
                }
            }
            relay.loop().execute(() -> relay.lost(lost));
        });
    }

    private void handOver(SimulatedRelay from) {
        for (int number = 0; number < log.partitions(); number++) {
            if (owners.remove(number, from)) {
                moving.remove(number);
                assignToAnybody(number);
            }
        }
    }

    private void assignToAnybody(int partition) {
        members.get().stream()
                .filter(this::hears)
                .findFirst()
                .ifPresentOrElse(
                        relay -> assign(partition, relay),
                        () -> world.after(Duration.ofSeconds(1), () -> assignToAnybody(partition)));
    }
}
