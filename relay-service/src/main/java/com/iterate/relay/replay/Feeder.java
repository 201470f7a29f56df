package com.iterate.relay.replay;

import com.iterate.relay.lanes.Loop;
import com.iterate.relay.letters.LetterId;
import com.iterate.relay.replay.ReplayLedger.Ask;
import com.iterate.relay.replay.ReplayLedger.Claimed;
import com.iterate.relay.replay.ReplayLedger.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Feeds the letters of all jobs into the lanes, of the partitions that this relay owns: a few at a time, at each job's rate, and only
 * where live answers leave room. Every method is called on the loop.
 */
public final class Feeder {

    private final Loop loop;
    private final ReplayLedger ledger;
    private final Outlet outlet;
    private final ReplayConfig config;
    private final Supplier<Duration> retryAfter;
    private final ReplaySignals signals;
    private final Settling settling;
    private final Arrivals arrivals;
    private final Allowance<Long> jobs = new Allowance<>();
    private final Allowance<String> companies = new Allowance<>();
    private final Map<LetterId, Item> inHand = new HashMap<>();
    private final Set<Integer> owned = new HashSet<>();

    private double share = 1;
    private boolean looking;

    /** Something may be claimed that this relay does not hold: a lane gave it back, or nobody knows whether the claim was written. */
    private boolean overclaimed;

    private long alarm;

    Feeder(
            Loop loop,
            ReplayLedger ledger,
            Outlet outlet,
            ReplayConfig config,
            Supplier<Duration> retryAfter,
            ReplaySignals signals) {
        this.loop = loop;
        this.ledger = ledger;
        this.outlet = outlet;
        this.config = config;
        this.retryAfter = retryAfter;
        this.signals = signals;
        this.settling = new Settling(loop, ledger, outlet, retryAfter, signals, this::written);
        this.arrivals = new Arrivals(loop, ledger, outlet, retryAfter, signals, this::arrived);
    }

    /** @param known runs once everything that a former owner may have sent is guarded; never if the partition leaves before */
    public void takeOver(int partition, Runnable known) {
        arrivals.takeOver(partition, known);
    }

    /** The part of all partitions that is this relay's: every job's rate, and every company's, is shared out alike. */
    public void share(double part) {
        share = part;
    }

    /** There may be something to do. */
    public void wake() {
        if (!looking) {
            lookAfter(Duration.ZERO);
        }
    }

    /** Nothing of these partitions may be in flight any more. Completes once the next owner can know what became of their letters. */
    public CompletionStage<Void> release(Set<Integer> leaving) {
        CompletionStage<Set<Integer>> settled = settling.finish(leaving);
        forget(leaving);
        return settled.thenCompose(refused -> ledger.release(leaving, Set.of())).exceptionally(away -> {
            // They stay claimed, and whoever comes next takes them for sent: nothing older goes then.
            loop.execute(() -> signals.replaysCouldNotReach(away));
            return null;
        });
    }

    /** Somebody else's already. */
    public void forget(Set<Integer> leaving) {
        owned.removeAll(leaving);
        arrivals.forget(leaving);
        inHand.values().removeIf(item -> leaving.contains(item.partition()));
        settling.forget(leaving);
    }

    private void arrived(int partition) {
        owned.add(partition);
        wake();
    }

    private void lookAfter(Duration wait) {
        long mine = ++alarm;
        loop.after(wait, () -> {
            if (mine == alarm && !looking && !owned.isEmpty()) {
                looking = true;
                Set<Integer> partitions = Set.copyOf(owned);
                unclaim(partitions)
                        .thenCompose(unclaimed -> ledger.work(partitions))
                        .whenComplete((work, failure) -> loop.execute(() -> found(work, failure)));
            }
        });
    }

    private CompletionStage<Void> unclaim(Set<Integer> partitions) {
        if (!overclaimed) {
            return CompletableFuture.completedFuture(null);
        }
        overclaimed = false;
        return ledger.release(partitions, Set.copyOf(inHand.keySet())).whenComplete((done, failure) -> {
            if (failure != null) {
                loop.execute(() -> overclaimed = true);
            }
        });
    }

    private void found(@Nullable List<Work> work, @Nullable Throwable failure) {
        if (failure != null || work == null) {
            failed(failure);
            return;
        }
        Instant now = loop.now();
        List<Ask> asks = outlet.isInTouch() ? asks(work, now) : List.of();
        if (asks.isEmpty()) {
            rest(work.isEmpty() ? config.idle() : config.tick());
            jobs.forgetBefore(now.minus(config.idle()));
            companies.forgetBefore(now.minus(config.idle()));
            return;
        }
        ledger.claim(asks, Set.copyOf(inHand.keySet()))
                .whenComplete((claimed, broken) -> loop.execute(() -> claimed(claimed, broken)));
    }

    private List<Ask> asks(List<Work> work, Instant now) {
        List<Ask> asks = new ArrayList<>();
        Map<String, Integer> welcome = new HashMap<>();
        Map<Long, Integer> allowed = new HashMap<>();
        int room = roomInHand();
        for (Work each : work) {
            Set<Integer> open = each.partitions().stream()
                    .filter(number -> owned.contains(number) && outlet.isOpen(number, each.company()))
                    .collect(Collectors.toSet());
            int ofCompany = welcome.computeIfAbsent(each.company(), company -> welcome(company, now));
            int ofJob = allowed.computeIfAbsent(each.job(), job -> jobs.now(job, each.ratePerSecond() * share, now));
            int most = Math.min(room, Math.min(ofCompany, ofJob));
            if (most > 0 && !open.isEmpty()) {
                asks.add(new Ask(each.job(), each.company(), open, most));
                room -= most;
                welcome.put(each.company(), ofCompany - most);
                allowed.put(each.job(), ofJob - most);
            }
        }
        return asks;
    }

    /** A company that cannot be served gives back what it holds, before others have to wait. */
    private int roomInHand() {
        int bytes = inHand.values().stream().mapToInt(Item::size).sum();
        if (inHand.size() >= config.inHand() || bytes >= config.bytesInHand()) {
            List.copyOf(inHand.values()).stream().map(Item::company).distinct().forEach(outlet::giveBackIfBlocked);
            return 0;
        }
        return config.inHand() - inHand.size();
    }

    private int welcome(String company, Instant now) {
        double perSecond = outlet.requestsPerSecond(company) * config.partOfTheRate() * share;
        if (perSecond <= 0) {
            return 0;
        }
        int held = (int) inHand.values().stream()
                .filter(item -> item.company().equals(company))
                .count();
        int most = Math.min(outlet.room(company), config.inHandOfACompany() - held);
        return Math.min(most, companies.now(company, perSecond, now));
    }

    private void claimed(@Nullable Claimed claimed, @Nullable Throwable failure) {
        if (failure != null || claimed == null) {
            overclaimed = true;
            failed(failure);
            return;
        }
        settling.takeBack(claimed.refused());
        List<Item> going = claimed.items().stream()
                .filter(item -> owned.contains(item.partition()) && !inHand.containsKey(item.letter()))
                .toList();
        going.forEach(item -> {
            inHand.put(item.letter(), item);
            companies.take(item.company(), 1);
            jobs.take(item.job(), 1);
        });
        if (!going.isEmpty()) {
            outlet.send(going, this::ended, this::unsent);
        }
        rest(config.tick());
    }

    /** Of a partition that left meanwhile nothing is ours to say. */
    private void ended(Item item, Ended ended) {
        if (item.equals(inHand.get(item.letter()))) {
            signals.ended(ended.result());
            settling.add(ended);
        }
    }

    private void unsent(Item item) {
        overclaimed |= inHand.remove(item.letter(), item);
    }

    private void written(Ended ended) {
        Item item = inHand.get(ended.letter());
        if (item != null && item.job() == ended.job()) {
            inHand.remove(ended.letter());
        }
    }

    private void failed(@Nullable Throwable failure) {
        signals.replaysCouldNotReach(failure == null ? new IllegalStateException("no answer") : failure);
        rest(retryAfter.get());
    }

    private void rest(Duration wait) {
        looking = false;
        lookAfter(wait);
    }
}
