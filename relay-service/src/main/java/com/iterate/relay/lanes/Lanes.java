package com.iterate.relay.lanes;

import com.iterate.relay.credentials.Lookup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;

/** All lanes, one a company. Every method is called on the loop. */
public final class Lanes {

    /** How often lanes without work are let go: companies come and go, memory should not. */
    private static final Duration SWEEP = Duration.ofSeconds(10);

    /** How often a release looks whether its requests have ended. */
    private static final Duration RELEASE_CHECK = Duration.ofMillis(20);

    private final Surroundings around;
    private final Backoff backoff;
    private final Map<String, Lane> lanes = new HashMap<>();
    private boolean sweeping;

    public Lanes(Surroundings around, RandomGenerator random) {
        this.around = around;
        this.backoff =
                new Backoff(around.config().firstBackoff(), around.config().longestBackoff(), random);
    }

    public void accept(Parcel parcel) {
        lanes.computeIfAbsent(parcel.event().companyId(), company -> new Lane(company, around, backoff))
                .accept(parcel);
        if (!sweeping) {
            sweeping = true;
            around.loop().after(SWEEP, this::sweep);
        }
    }

    public void changed(String company, Lookup lookup) {
        Optional.ofNullable(lanes.get(company)).ifPresent(lane -> lane.changed(lookup));
    }

    /** Sends nothing more of these partitions; completes when no request with answers of theirs is in flight. */
    public CompletionStage<Void> release(Set<Integer> partitions) {
        lanes.values().forEach(lane -> lane.drop(partitions));
        CompletableFuture<Void> released = new CompletableFuture<>();
        completeOnceQuiet(partitions, released);
        return released;
    }

    /** The lanes of one company, or of all that have one. */
    public List<LaneState> states(Optional<String> company) {
        return company.map(one -> List.of(
                        Optional.ofNullable(lanes.get(one)).map(Lane::state).orElseGet(() -> LaneState.idle(one))))
                .orElseGet(() ->
                        new ArrayList<>(lanes.values().stream().map(Lane::state).toList()));
    }

    private void completeOnceQuiet(Set<Integer> partitions, CompletableFuture<Void> released) {
        if (lanes.values().stream().noneMatch(lane -> lane.hasInFlight(partitions))) {
            released.complete(null);
        } else {
            around.loop().after(RELEASE_CHECK, () -> completeOnceQuiet(partitions, released));
        }
    }

    private void sweep() {
        lanes.values().removeIf(Lane::isIdle);
        sweeping = !lanes.isEmpty();
        if (sweeping) {
            around.loop().after(SWEEP, this::sweep);
        }
    }
}
