package com.iterate.relay.lanes;

import com.iterate.relay.credentials.Connection;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** What goes into the next request: people who failed together, or as many who are ready as fit. */
final class Batches {

    private final Surroundings around;
    private final LanesConfig config;
    private final People people;
    private final Rests rests;
    private final Screening screening;
    private final Breaker breaker;
    private final Consumer<Person> leave;
    private boolean groupsTurn = true;
    private Instant lingerUntil = Instant.EPOCH;

    /** Who waits has waited so long that full requests matter more than a moment. */
    private boolean late;

    /** @param leave told everybody who was looked at: some of their answers may be settled without a request */
    Batches(
            Surroundings around,
            People people,
            Rests rests,
            Screening screening,
            Breaker breaker,
            Consumer<Person> leave) {
        this.around = around;
        this.config = around.config();
        this.people = people;
        this.rests = rests;
        this.screening = screening;
        this.breaker = breaker;
        this.leave = leave;
    }

    /** The first after a pause: others may join it until a request in flight ends, or for a short while. */
    void begin(Instant now) {
        late = people.oldestReady()
                .filter(since -> since.isBefore(now.minus(config.late())))
                .isPresent();
        lingerUntil = now.plus(late ? config.lateLinger() : config.linger());
    }

    /** When those who gather now leave at the latest. */
    Optional<Instant> lingerUntil(int inFlight) {
        boolean gathers = people.readyCount() > 0 && (late || inFlight > 0);
        return gathers ? Optional.of(lingerUntil) : Optional.empty();
    }

    /** Whether there is something to send. Looking does not change anything. */
    boolean hasNext(int inFlight, Instant now) {
        return (people.readyCount() > 0 && mayLeave(inFlight, now)) || people.hasDueGroup(now);
    }

    /** @param successes of the lane so far */
    Optional<Batch> next(Connection connection, int inFlight, long successes, Instant now) {
        // With trouble, groups and newcomers take turns: either may be what is wrong.
        groupsTurn = !(breaker.isProbing() && groupsTurn && people.readyCount() > 0);
        Optional<Group> group = groupsTurn ? people.takeDueGroup(now) : Optional.empty();
        Filling filling = new Filling(people, rests, around.guard(), screening, config, connection, now);
        if (group.isPresent()) {
            group.get().people().forEach(filling::addRetried);
        } else if (mayLeave(inFlight, now)) {
            filling.addReady();
            begin(now);
        }
        filling.seen().forEach(leave);
        if (filling.covered() > 0) {
            around.signals().superseded(filling.covered());
            around.signals().stripped(filling.covered());
        }
        if (filling.slots().isEmpty()) {
            return group.isPresent() ? next(connection, inFlight, successes, now) : Optional.empty();
        }
        return Optional.of(new Batch(filling.slots(), group, connection.version(), successes));
    }

    private boolean mayLeave(int inFlight, Instant now) {
        boolean atOnce = inFlight == 0 && !late;
        return atOnce || people.readyCount() >= config.objectsPerRequest() || !lingerUntil.isAfter(now);
    }
}
