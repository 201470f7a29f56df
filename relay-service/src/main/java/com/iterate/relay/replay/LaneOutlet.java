package com.iterate.relay.replay;

import com.iterate.contracts.Decoded;
import com.iterate.contracts.ResponseDecoder;
import com.iterate.contracts.Topic;
import com.iterate.relay.deadletters.OriginalHeaders;
import com.iterate.relay.deadletters.OriginalRecord;
import com.iterate.relay.deadletters.Reason;
import com.iterate.relay.gaps.Gaps;
import com.iterate.relay.guard.Guard;
import com.iterate.relay.lanes.Fate;
import com.iterate.relay.lanes.Lanes;
import com.iterate.relay.lanes.Loop;
import com.iterate.relay.lanes.Parcel;
import com.iterate.relay.lanes.Part.Form;
import com.iterate.relay.lanes.Source;
import com.iterate.relay.letters.Change.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/** Letters as parcels with their original's age, in the lanes that live answers go through. */
final class LaneOutlet implements Outlet {

    private final Loop loop;
    private final Lanes lanes;
    private final Gaps gaps;
    private final Guard guard;
    private final ToDoubleFunction<String> requestsPerSecond;
    private final ReplayConfig config;

    LaneOutlet(
            Loop loop,
            Lanes lanes,
            Gaps gaps,
            Guard guard,
            ToDoubleFunction<String> requestsPerSecond,
            ReplayConfig config) {
        this.loop = loop;
        this.lanes = lanes;
        this.gaps = gaps;
        this.guard = guard;
        this.requestsPerSecond = requestsPerSecond;
        this.config = config;
    }

    /** A lane that is blocked welcomes one record at most, to find out whether it still is; that one is not for us. */
    @Override
    public int room(String company) {
        int welcome = lanes.room(company);
        return welcome <= 1 ? 0 : Math.max(0, Math.min(welcome, config.busyFrom() - lanes.held(company)));
    }

    @Override
    public boolean isOpen(int partition, String company) {
        return gaps.isServed(partition, company);
    }

    @Override
    public double requestsPerSecond(String company) {
        return requestsPerSecond.applyAsDouble(company);
    }

    @Override
    public boolean isInTouch() {
        return lanes.isInTouch();
    }

    @Override
    public void giveBackIfBlocked(String company) {
        lanes.shedIfBlocked(company, ReplaySource.class::isInstance);
    }

    @Override
    public void mayHaveBeenSent(Item item, Runnable remembered) {
        Optional<Parcel> parcel = parcel(item, (done, ended) -> {}, unsent -> {});
        if (parcel.isEmpty()) {
            remembered.run();
            return;
        }
        guard.expect(parcel.get());
        for (int answer = 0; answer < parcel.get().event().answers().size(); answer++) {
            if (parcel.get().fate(answer, Form.ATTRIBUTE) == Fate.OPEN) {
                guard.sent(
                        parcel.get(), parcel.get().event().answers().get(answer).attributeName());
            }
        }
        guard.remember(parcel.get(), remembered);
    }

    @Override
    public void send(List<Item> items, BiConsumer<Item, Ended> ended, Consumer<Item> unsent) {
        List<Parcel> parcels = new ArrayList<>();
        for (Item item : items) {
            parcel(item, ended, unsent)
                    .ifPresentOrElse(
                            parcels::add,
                            () -> ended.accept(
                                    item, Ended.failed(item, UNREADABLE, item.pieces(), config.mostReplays())));
        }
        // Whoever became a dead letter before there were guards has one from here on.
        parcels.forEach(guard::expect);
        lanes.accept(parcels);
    }

    private static final Failure UNREADABLE =
            new Failure(Reason.UNREADABLE, 0, "This version of the relay cannot read the original");

    /** Given to the lane now: how long it waited as a dead letter is no reason to let it expire. */
    private Optional<Parcel> parcel(Item item, BiConsumer<Item, Ended> ended, Consumer<Item> unsent) {
        if (!(ResponseDecoder.decode(item.value()) instanceof Decoded.Event event)) {
            return Optional.empty();
        }
        OriginalRecord original = new OriginalRecord(
                Topic.RESPONSES.name(),
                item.partition(),
                item.offset(),
                loop.now(),
                item.key(),
                item.value(),
                OriginalHeaders.NONE);
        Source source = new ReplaySource(item, config.mostReplays(), ended, unsent);
        return Optional.of(
                new Parcel(original, Renaming.of(event.value(), item.rename()), source, (answer, form) -> item.pieces()
                        .contains(new Piece(answer.questionId(), form.wireName()))));
    }
}
