package com.iterate.relay.gaps;

import com.iterate.relay.deadletters.Reason;
import com.iterate.relay.gaps.Scan.Want;
import com.iterate.relay.gaps.Scanned.Found;
import com.iterate.relay.lanes.Obstacle;
import com.iterate.relay.lanes.Parcel;
import com.iterate.relay.lanes.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One company's place in one partition while the live reader passes it by. It is the source of what it reads again, so that it
 * knows what is done.
 */
final class Gap implements Source {

    private final Live live;
    private final String company;
    private final Age age;
    private final Place place = new Place();

    private final Waiting waiting;

    /** Read again, but not yet everything that a predecessor may have sent. */
    private final List<Parcel> caught = new ArrayList<>();

    private Stage stage;
    private Obstacle cause;
    private long meetAt = Long.MAX_VALUE;
    private boolean stopped;

    private Gap(Live live, String company, Stage stage, Obstacle cause, Age age) {
        this.live = live;
        this.waiting = new Waiting(live);
        this.company = company;
        this.stage = stage;
        this.cause = cause;
        this.age = age;
    }

    static Gap opening(Live live, String company, Obstacle cause, Instant now) {
        return new Gap(live, company, Stage.OPENING, cause, new Age(now, now));
    }

    static Gap inherited(GapRow row, Live live) {
        Stage stage = row.until().isPresent() ? Stage.REJOINING : Stage.SKIPPING;
        Gap gap = new Gap(live, row.company(), stage, row.cause(), new Age(row.openedAt(), row.oldestAt()));
        gap.meetAt = row.until().orElse(Long.MAX_VALUE);
        gap.place.inherit(row);
        return gap;
    }

    /**
     * For the first time or once more: of this company all that the live reader holds, and all that it will read.
     *
     * @param inLane the live reader's records that the lane holds
     * @param held   those that were not handed to it yet
     */
    void open(Obstacle why, Instant now, Collection<Parcel> inLane, Collection<Parcel> held) {
        stage = Stage.OPENING;
        cause = why;
        age.open(now);
        inLane.forEach(age::add);
        held.forEach(age::add);
        meetAt = Long.MAX_VALUE;
        inLane.forEach(place::inLane);
        held.forEach(place::outsideTheLane);
        place.moveTo(live.next());
        held.forEach(waiting::add);
    }

    /** It is remembered: the commit may go on. */
    void opened() {
        stage = Stage.SKIPPING;
        waiting.letAllPass();
    }

    /** @return whether the live reader need not hand this record to the lane */
    boolean takes(Parcel parcel) {
        boolean afterwards = parcel.original().offset() >= meetAt;
        if (afterwards && stage == Stage.DRAINING) {
            return false;
        }
        if (!afterwards) {
            place.skipped(parcel);
        }
        if (afterwards || stage == Stage.OPENING) {
            waiting.add(parcel);
        } else {
            live.passed(parcel);
        }
        return true;
    }

    /** From here on the live reader's records wait for this gap to arrive. */
    void meet() {
        stage = Stage.MEETING;
        meetAt = live.next();
    }

    /** Too many came in meanwhile, or the lane cannot take them: they are skipped like those before. */
    void goOnSkipping() {
        stage = Stage.SKIPPING;
        meetAt = Long.MAX_VALUE;
        waiting.letAllPass();
    }

    /** The end is reached; it takes effect when it is remembered. */
    void close() {
        stage = Stage.CLOSING;
    }

    /** @return the live reader's records that waited */
    List<Parcel> closed() {
        stage = Stage.DRAINING;
        return waiting.takeUndone();
    }

    Optional<Want> want(int most, Instant before) {
        return place.want(Math.min(meetAt, live.next()), most, before);
    }

    /**
     * @param parcels belong to the lane as soon as this gap's place is remembered
     * @param lost    offsets that should have been found
     */
    record Caught(List<Parcel> parcels, List<Long> lost) {}

    Caught read(Found found) {
        for (Scanned.Read read : found.records()) {
            Parcel parcel = new Parcel(read.original(), read.event(), this);
            if (place.isRefolding()) {
                parcel.expose();
            }
            place.isReadAgain(parcel);
            caught.add(parcel);
        }
        place.read(found);
        List<Long> lost = place.giveUpBefore(found.readTo());
        age.readTo(found.seenAt());
        List<Parcel> parcels = place.isRefolding() ? List.of() : List.copyOf(caught);
        if (!place.isRefolding()) {
            caught.clear();
        }
        return new Caught(parcels, lost);
    }

    @Override
    public void finished(Parcel parcel) {
        place.done(parcel);
    }

    @Override
    public void shed(Parcel parcel) {
        place.outsideTheLane(parcel);
    }

    @Override
    public boolean pinsTheCommit() {
        return false;
    }

    @Override
    public Reason whenExpired() {
        return Reason.EXPIRED_IN_GAP;
    }

    /** @return how many are held back now */
    int holdsBack(Parcel done) {
        place.done(done);
        waiting.addDone(done);
        return waiting.done();
    }

    /** To be remembered now. */
    GapRow row() {
        waiting.writing();
        boolean ends = stage == Stage.REJOINING || stage == Stage.CLOSING || stage == Stage.DRAINING;
        Optional<Long> until = ends ? Optional.of(meetAt) : Optional.empty();
        return new GapRow(
                live.number(),
                company,
                place.position(),
                place.open(),
                until,
                place.waiting(),
                place.countedTo(),
                cause,
                age.openedAt(),
                age.oldestAt());
    }

    /** Nothing is left to do, and whoever takes over will not read again what was caught up. */
    boolean isOver() {
        return stage == Stage.DRAINING && place.nothingIsOpen() && live.committed() >= meetAt;
    }

    /** Everything before the meeting point has been read. */
    boolean hasArrived() {
        boolean meets = stage == Stage.MEETING || stage == Stage.REJOINING;
        return meets && place.nothingIsMissing() && place.position() >= meetAt;
    }

    boolean isWithin(long distance) {
        return stage == Stage.SKIPPING && place.nothingIsMissing() && live.next() - place.position() <= distance;
    }

    /** Its partition is about to leave: it reads nothing more. */
    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    boolean isChanged() {
        return place.isChanged() || waiting.done() > 0;
    }

    Age age() {
        return age;
    }

    Place place() {
        return place;
    }

    Waiting waiting() {
        return waiting;
    }

    Stage stage() {
        return stage;
    }

    Live live() {
        return live;
    }

    String company() {
        return company;
    }
}
