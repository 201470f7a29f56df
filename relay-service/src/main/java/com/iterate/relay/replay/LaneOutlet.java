package com.iterate.relay.replay;

import com.iterate.relay.lanes.Lanes;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Provisional: until the lanes can tell what became of a parcel, nothing goes. */
final class LaneOutlet implements Outlet {

    private final Lanes lanes;
    private final Budgets budgets;

    LaneOutlet(Lanes lanes, Budgets budgets) {
        this.lanes = lanes;
        this.budgets = budgets;
    }

    @Override
    public int room(String company) {
        return lanes.room(company);
    }

    @Override
    public boolean isOpen(int partition, String company) {
        return false;
    }

    @Override
    public double requestsPerSecond(String company) {
        return budgets.now(company);
    }

    @Override
    public boolean isInTouch() {
        return lanes.isInTouch();
    }

    @Override
    public void giveBackIfBlocked(String company) {}

    @Override
    public void mayHaveBeenSent(Item item, Runnable remembered) {}

    @Override
    public void send(List<Item> items, BiConsumer<Item, Ended> ended, Consumer<Item> unsent) {}
}
