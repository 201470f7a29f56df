package com.iterate.relay.intake;

import com.iterate.relay.deadletters.OriginalRecord;
import com.iterate.relay.deadletters.Reason;
import com.iterate.relay.gaps.Gaps;
import com.iterate.relay.gaps.Live;
import com.iterate.relay.lanes.Lanes;
import com.iterate.relay.lanes.Obstacle;
import com.iterate.relay.lanes.Parcel;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One partition that this relay owns: what came in, what may go to the lanes, and how far it is finished. */
final class Partition implements Live {

    /** @param bytesEnd bytes that came in before and with this record */
    private record Held(Parcel parcel, long bytesEnd) {}

    /** Beyond reach, a poll's records or a fetch's bytes: as much as comes at once. */
    private static final int ENOUGH = ResponsesConsumer.RECORDS_PER_POLL;

    private static final int ENOUGH_BYTES = ResponsesConsumer.BYTES_PER_PARTITION;

    private final int number;
    private final Stretch stretch;
    private final Start start;
    private final Watermark watermark;
    private final Reach reach;
    private final Lanes lanes;
    private final Gaps gaps;
    private final Handover handover;
    private final Window window;
    private final Deque<Held> held = new ArrayDeque<>();
    private boolean allKnown;
    private boolean ready;
    private boolean stopped;
    private boolean left;
    private int open;
    private long openBytes;

    Partition(int number, Start start, Stretch stretch, Lanes lanes, Gaps gaps, Handover handover, Window window) {
        this.number = number;
        this.start = start;
        this.stretch = stretch;
        this.watermark = new Watermark(start.committed());
        this.reach = new Reach(stretch, start.committed());
        this.lanes = lanes;
        this.gaps = gaps;
        this.handover = handover;
        this.window = window;
    }

    /** Already read: after a rebalance the same records may come twice. */
    boolean knows(long offset) {
        return offset < watermark.next();
    }

    void received(OriginalRecord record) {
        watermark.received(record.offset());
        reach.arrived(record);
        open++;
        openBytes += record.size();
        window.taken(record.size());
    }

    /** On its way to the lanes, at once or when the commit has come closer; or to be skipped. */
    void hold(Parcel parcel) {
        if (parcel.original().offset() < mayHaveBeenSentBefore()) {
            parcel.expose();
        }
        if (!ready || !gaps.takes(this, parcel)) {
            held.addLast(new Held(parcel, reach.bytes()));
        }
    }

    void finished(OriginalRecord record) {
        watermark.finished(record.offset());
        if (!left) {
            open--;
            openBytes -= record.size();
            window.freed(1, record.size());
        }
    }

    /** Somebody else's from now on: what is still open here is not, for this relay. */
    void leave() {
        left = true;
        window.freed(open, openBytes);
        window.committed(reach.uncommitted());
    }

    boolean predecessorHasSettled(Instant now) {
        return !start.notBefore().isAfter(now);
    }

    /** Hands on nothing more. */
    void stop() {
        stopped = true;
    }

    /** Hands on what may go now. */
    void letGo(Instant now) {
        if (stopped) {
            return;
        }
        if (!ready) {
            ready = allKnown && predecessorHasSettled(now) && hasReadTheStretch() && !lanes.hasInFlight(Set.of(number));
            if (!ready) {
                return;
            }
            held.removeIf(each -> gaps.takes(this, each.parcel()));
        }
        List<Parcel> going = new ArrayList<>();
        while (!held.isEmpty() && isWithinReach(held.getFirst())) {
            going.add(held.removeFirst().parcel());
        }
        if (!going.isEmpty()) {
            lanes.accept(going).forEach(company -> gaps.open(this, company, Obstacle.OVER_CAP));
        }
    }

    /** More would only lie here, decoded, until a commit lets it go, and take the window from other partitions. */
    boolean hasEnough() {
        return hasReadTheStretch()
                && !held.isEmpty()
                && (held.size() >= Math.min(ENOUGH, stretch.offsets())
                        || reach.bytes() - held.getFirst().bytesEnd() >= ENOUGH_BYTES);
    }

    /** Kafka acknowledged this offset. */
    void committed(long offset) {
        int before = reach.uncommitted();
        reach.committed(offset);
        window.committed(before - reach.uncommitted());
    }

    long committable() {
        return watermark.base();
    }

    /** Requests would soon have to wait for a commit. */
    boolean wantsToCommit() {
        return reach.isQuarterSpent(watermark.base());
    }

    boolean isAheadOfItsCommit() {
        return watermark.base() > reach.committed();
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public long next() {
        return watermark.next();
    }

    @Override
    public long committed() {
        return reach.committed();
    }

    @Override
    public boolean isReady() {
        return ready && !stopped;
    }

    @Override
    public void gapsKnown() {
        handover.takeOver(number, () -> allKnown = true);
    }

    @Override
    public void passed(Parcel parcel) {
        finished(parcel.original());
    }

    @Override
    public List<Parcel> admit(List<Parcel> waited) {
        Map<Long, Long> ends = reach.ends();
        List<Held> all = waited.stream()
                .map(parcel ->
                        new Held(parcel, ends.getOrDefault(parcel.original().offset(), 0L)))
                .toList();
        List<Held> stay = Stream.concat(held.stream(), all.stream().filter(each -> !isWithinReach(each)))
                .sorted(Comparator.comparing(each -> each.parcel().original().offset()))
                .toList();
        held.clear();
        held.addAll(stay);
        return all.stream().filter(this::isWithinReach).map(Held::parcel).toList();
    }

    @Override
    public List<Parcel> takeHeld(String company) {
        List<Parcel> taken = new ArrayList<>();
        for (Iterator<Held> each = held.iterator(); each.hasNext(); ) {
            Parcel parcel = each.next().parcel();
            if (parcel.event().companyId().equals(company)) {
                each.remove();
                taken.add(parcel);
            }
        }
        return taken;
    }

    @Override
    public void finished(Parcel parcel) {
        if (!gaps.remembers(this, parcel)) {
            finished(parcel.original());
        }
    }

    /** Lanes give back only what a gap remembers, and that is the gap's by then. */
    @Override
    public void shed(Parcel parcel) {
        throw new IllegalStateException("offset " + parcel.original().offset() + " is not remembered in a gap");
    }

    @Override
    public boolean pinsTheCommit() {
        return true;
    }

    @Override
    public Reason whenExpired() {
        return Reason.EXPIRED;
    }

    private long mayHaveBeenSentBefore() {
        return Math.min(start.end(), start.committed() + stretch.offsets());
    }

    private boolean hasReadTheStretch() {
        return watermark.next() >= mayHaveBeenSentBefore() || reach.bytesAreSpent();
    }

    private boolean isWithinReach(Held next) {
        return reach.covers(next.parcel().original(), next.bytesEnd());
    }
}
