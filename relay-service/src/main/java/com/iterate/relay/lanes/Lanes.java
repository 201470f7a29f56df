package com.iterate.relay.lanes;

import com.iterate.relay.credentials.Lookup;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** All lanes, one a company. Every method is called on the loop. */
public final class Lanes {

    /** How often lanes without work are let go: companies come and go, memory should not. */
    private static final Duration SWEEP = Duration.ofSeconds(10);

    /** How often a release looks whether its requests have ended. */
    private static final Duration RELEASE_CHECK = Duration.ofMillis(20);

    private final Surroundings around;
    private final Backoff backoff;
    private final Tenure tenure;
    private final Map<String, Lane> lanes = new HashMap<>();

    /** By endpoint: companies of one Braze cluster share connections to it. */
    private final Map<URI, Turns> hosts = new HashMap<>();

    private double share = 1;
    private Map<String, Behind> behind = Map.of();
    private boolean sweeping;

    public Lanes(Surroundings around, RandomGenerator random) {
        this.around = around;
        this.tenure = new Tenure(around.loop(), around.config().settle());
        this.backoff =
                new Backoff(around.config().firstBackoff(), around.config().longestBackoff(), random);
    }

    /**
     * All of them before the first request: of two answers to one attribute the older must not leave alone.
     *
     * @param parcels those of one partition in the order of the log
     * @return companies whose lanes hold more than they should
     */
    public Set<String> accept(List<Parcel> parcels) {
        Map<String, Lane> touched = new LinkedHashMap<>();
        Instant now = around.loop().now();
        for (Parcel parcel : parcels) {
            touched.computeIfAbsent(parcel.event().companyId(), this::lane).accept(parcel, now);
        }
        Set<String> overCap = new HashSet<>();
        touched.forEach((company, lane) -> {
            lane.pump();
            if (lane.backlog().isOverCap()) {
                overCap.add(company);
            }
        });
        if (!sweeping && !lanes.isEmpty()) {
            sweeping = true;
            around.loop().after(SWEEP, this::sweep);
        }
        return overCap;
    }

    /**
     * Requests may begin until then. Told again each time the group has answered: a relay that hears nothing more falls silent
     * before its partitions can belong to another.
     */
    public void inTouchUntil(Instant until) {
        boolean wasOut = !tenure.holds();
        tenure.lastsUntil(until);
        if (wasOut && tenure.holds()) {
            lanes.values().forEach(Lane::pump);
        }
    }

    /** The partitions that are this relay's: every company's rate is shared out alike. */
    public void share(int owned, int ofTheTopic) {
        share = Math.max(1, owned) / (double) Math.max(owned, ofTheTopic);
        Instant now = around.loop().now();
        lanes.values().forEach(lane -> lane.pace().share(share, now));
    }

    /** Whether this relay still owns what it read. */
    public boolean isInTouch() {
        return tenure.holds();
    }

    public void changed(String company, Lookup lookup) {
        Optional.ofNullable(lanes.get(company)).ifPresent(lane -> lane.changed(lookup));
    }

    /** Sends nothing more of these partitions; completes when no request with answers of theirs is in flight. */
    public CompletionStage<Void> release(Set<Integer> partitions) {
        drop(partitions);
        CompletableFuture<Void> released = new CompletableFuture<>();
        completeOnceQuiet(partitions, released);
        return released;
    }

    /** Forgets what is not finished of these partitions; also what left its lane while they were released. */
    public void drop(Set<Integer> partitions) {
        lanes.values().forEach(lane -> lane.drop(partitions));
    }

    public boolean hasInFlight(Set<Integer> partitions) {
        return lanes.values().stream().anyMatch(lane -> lane.hasInFlight(partitions));
    }

    /** No request of ours can still take effect: Braze applies what it took somewhat later. */
    public boolean hasSettled(int partition) {
        return tenure.hasSettled(partition);
    }

    /** Why a company's answers should wait in the log instead of here; only companies with such a reason. */
    public Map<String, Obstacle> obstacles() {
        Map<String, Obstacle> obstacles = new HashMap<>();
        lanes.forEach(
                (company, lane) -> lane.backlog().obstacle().ifPresent(obstacle -> obstacles.put(company, obstacle)));
        return obstacles;
    }

    /** A company's records of this partition that wait or are in flight. */
    public List<Parcel> waiting(String company, int partition) {
        return backlog(company).map(backlog -> backlog.waiting(partition)).orElse(List.of());
    }

    /** A lane that cannot send gives back what was never on its way. */
    public void shedIfBlocked(String company, int partition) {
        backlog(company)
                .filter(Backlog::isBlocked)
                .ifPresent(backlog -> backlog.shed(person -> person.partition() == partition));
    }

    /** The same, of people of whom nothing else waits than what comes from there. */
    public void shedIfBlocked(String company, Predicate<Source> from) {
        backlog(company)
                .filter(Backlog::isBlocked)
                .ifPresent(backlog -> backlog.shed(
                        person -> person.waiting().stream().map(Parcel::source).allMatch(from)));
    }

    /** Records of a company that wait or are in flight. */
    public int held(String company) {
        return backlog(company).map(Backlog::records).orElse(0);
    }

    /** How many more records of this company are welcome. */
    public int room(String company) {
        return backlog(company).map(Backlog::room).orElse(around.config().capRecords() / 2);
    }

    /** For people to read: companies that are skipped in the log. */
    public void behind(Map<String, Behind> companies) {
        behind = companies;
    }

    /** Requests that each company may send at once, by company. */
    public Map<String, Double> tokens() {
        Instant now = around.loop().now();
        Map<String, Double> tokens = new HashMap<>();
        lanes.forEach((company, lane) -> tokens.put(company, lane.pace().tokens(now)));
        return tokens;
    }

    /** Which part of its rate a company is sent at: less than 1 after Braze's 429s, until it has recovered. */
    public double partOfRate(String company) {
        return Optional.ofNullable(lanes.get(company))
                .map(lane -> lane.pace().part(around.loop().now()))
                .orElse(1.0);
    }

    /** The lanes of one company, or of all that have one. */
    public List<LaneState> states(Optional<String> company) {
        if (company.isPresent()) {
            return List.of(state(company.get()));
        }
        Set<String> known = new LinkedHashSet<>(lanes.keySet());
        known.addAll(behind.keySet());
        return new ArrayList<>(known.stream().map(this::state).toList());
    }

    private Lane lane(String company) {
        return lanes.computeIfAbsent(company, id -> new Lane(id, around, backoff, tenure, this::pace));
    }

    private LaneState state(String company) {
        Optional<Behind> skipped = Optional.ofNullable(behind.get(company));
        return Optional.ofNullable(lanes.get(company))
                .map(lane -> lane.state(skipped))
                .orElseGet(() -> LaneState.idle(company, skipped));
    }

    private Pace pace(Runnable pump) {
        return new Pace(
                around.config(),
                this::turns,
                around.signals(),
                share,
                pump,
                around.loop().now());
    }

    private Turns turns(URI endpoint) {
        LanesConfig config = around.config();
        return hosts.computeIfAbsent(
                endpoint,
                host -> new Turns(
                        config.requestsInFlightPerHost(), config.objectsPerRequest(), around.loop()::execute));
    }

    private Optional<Backlog> backlog(String company) {
        return Optional.ofNullable(lanes.get(company)).map(Lane::backlog);
    }

    private void completeOnceQuiet(Set<Integer> partitions, CompletableFuture<Void> released) {
        if (hasInFlight(partitions)) {
            around.loop().after(RELEASE_CHECK, () -> completeOnceQuiet(partitions, released));
        } else {
            released.complete(null);
        }
    }

    private void sweep() {
        lanes.values().forEach(Lane::expire);
        lanes.values().removeIf(Lane::isIdle);
        sweeping = !lanes.isEmpty();
        if (sweeping) {
            around.loop().after(SWEEP, this::sweep);
        }
    }
}
