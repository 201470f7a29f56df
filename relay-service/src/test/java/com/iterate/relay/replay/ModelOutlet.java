package com.iterate.relay.replay;

import com.iterate.relay.lanes.Loop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** Lanes that deliver after a while, or do what the test says. */
final class ModelOutlet implements Outlet {

    record Sent(Item item, Instant at) {}

    final List<Sent> sent = new ArrayList<>();
    final List<Item> mayHaveBeenSent = new ArrayList<>();
    final Set<String> blocked = new HashSet<>();
    final Set<String> behind = new HashSet<>();
    final Map<String, Double> rates = new HashMap<>();
    private final Map<Item, Consumer<Item>> stuck = new HashMap<>();
    private final Loop loop;
    private Function<Item, Ended> endings = item -> Ended.of(item, Result.DELIVERED);
    int room = 1000;

    ModelOutlet(Loop loop) {
        this.loop = loop;
    }

    void ends(Function<Item, Ended> each) {
        endings = each;
    }

    @Override
    public int room(String company) {
        return blocked.contains(company) ? 0 : room;
    }

    @Override
    public boolean isOpen(int partition, String company) {
        return !behind.contains(company);
    }

    @Override
    public double requestsPerSecond(String company) {
        return rates.getOrDefault(company, 1000.0);
    }

    @Override
    public boolean isInTouch() {
        return true;
    }

    @Override
    public void giveBackIfBlocked(String company) {
        if (blocked.contains(company)) {
            Map.copyOf(stuck).forEach((item, unsent) -> {
                if (item.company().equals(company)) {
                    stuck.remove(item);
                    unsent.accept(item);
                }
            });
        }
    }

    @Override
    public void mayHaveBeenSent(Item item, Runnable remembered) {
        mayHaveBeenSent.add(item);
        loop.after(Duration.ofMillis(5), remembered);
    }

    @Override
    public void send(List<Item> items, BiConsumer<Item, Ended> ended, Consumer<Item> unsent) {
        for (Item item : items) {
            sent.add(new Sent(item, loop.now()));
            if (blocked.contains(item.company())) {
                stuck.put(item, unsent);
            } else {
                loop.after(Duration.ofMillis(50), () -> {
                    if (blocked.contains(item.company())) {
                        stuck.put(item, unsent);
                    } else {
                        ended.accept(item, endings.apply(item));
                    }
                });
            }
        }
    }
}
