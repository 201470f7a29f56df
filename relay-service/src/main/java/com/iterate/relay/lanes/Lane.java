package com.iterate.relay.lanes;

import com.iterate.relay.braze.Reply;
import com.iterate.relay.braze.Reply.Reached;
import com.iterate.relay.credentials.Connection;
import com.iterate.relay.credentials.Lookup;
import com.iterate.relay.lanes.Breaker.Trouble;
import com.iterate.relay.lanes.Person.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** One company's answers on their way to Braze. Whatever happens to this company happens to this lane only. */
final class Lane {

    private static final String UNCLEAR = "Braze's reply does not say what became of the answers";

    private final String company;
    private final Surroundings around;
    private final LanesConfig config;
    private final BooleanSupplier inTouch;
    private final Breaker breaker;
    private final Rests rests;
    private final Screening screening;
    private final Settlement settlement;
    private final Retries retries;
    private final Batches batches;
    private final Backlog backlog;
    private final Access access;
    private final People people = new People();
    private final Alarm alarm;
    private final Set<Batch> inFlight = new HashSet<>();
    private long successes;

    /** @param inTouch whether requests may begin: this relay still owns what it read */
    Lane(String company, Surroundings around, Backoff backoff, BooleanSupplier inTouch) {
        this.company = company;
        this.around = around;
        this.config = around.config();
        this.inTouch = inTouch;
        this.breaker = new Breaker(config, backoff);
        this.rests = new Rests(config.settle());
        this.screening = new Screening(config.expiry(), around.signals());
        this.settlement = new Settlement(rests, around.signals());
        this.retries = new Retries(config, backoff, people, settlement);
        this.backlog = new Backlog(config, around.loop(), people, breaker);
        this.batches = new Batches(around, people, rests, screening, breaker, this::leave);
        this.alarm = new Alarm(around.loop(), this::pump);
        this.access = new Access(company, around, breaker::answered, this::pump);
    }

    /** Sends nothing yet: whoever hands over several answers does so before the first of them leaves. */
    void accept(Parcel parcel) {
        Instant now = now();
        parcel.acceptedAt(now);
        screening.onArrival(parcel, now);
        if (!parcel.isOpen()) {
            finish(parcel);
            return;
        }
        if (people.readyCount() == 0) {
            batches.begin(now);
        }
        people.accept(parcel);
    }

    /** settings-service announced a change: whatever stood in the way may be gone. */
    void changed(Lookup lookup) {
        access.tell(lookup);
    }

    /** Sends whatever may be sent now, and sees to it that this is called again when more may. */
    void pump() {
        Instant now = now();
        people.wakeTheRested(now);
        rests.forgetWhatIsOver(now);
        if (people.isEmpty()) {
            return;
        }
        access.refresh(now);
        access.known().ifPresent(known -> send(known, now));
        setTheAlarm();
    }

    private void send(Lookup lookup, Instant now) {
        if (lookup instanceof Lookup.UnknownCompany) {
            failEverything(now);
        } else if (!breaker.allows(now)) {
            return;
        } else if (lookup instanceof Lookup.NotConnected) {
            breaker.notConnected(now);
        } else if (lookup instanceof Lookup.Unavailable unavailable) {
            breaker.failed(unavailable.why(), now);
        } else if (lookup instanceof Lookup.Connected connected) {
            while (inFlight.size() < breaker.mostInFlight() && breaker.allows(now) && inTouch.getAsBoolean()) {
                Optional<Batch> batch = batches.next(connected.connection(), inFlight.size(), successes, now);
                if (batch.isEmpty()) {
                    return;
                }
                send(batch.get(), connected.connection());
            }
        }
    }

    private void send(Batch batch, Connection connection) {
        inFlight.add(batch);
        batch.people().forEach(person -> person.moveTo(Place.IN_FLIGHT));
        batch.slots().forEach(slot -> slot.sent().forEach(part -> part.parcel().attempted()));
        around.signals().requestSent(batch.slots().size());
        around.platform()
                .track(connection, batch.objects())
                .exceptionally(broken -> new Reply.Failed(0, "The request broke off", Reached.MAYBE))
                .thenAccept(reply -> around.loop().execute(() -> ended(batch, reply)));
    }

    private void ended(Batch batch, Reply reply) {
        Instant now = now();
        inFlight.remove(batch);
        around.signals().requestEnded(reply);
        if (reply instanceof Reply.Answered answered) {
            Set<Person> unclear = settlement.answered(batch, answered, now);
            if (unclear.size() < batch.people().size()) {
                successes++;
                breaker.answered();
            } else {
                breaker.failed(UNCLEAR, now);
            }
            retries.together(batch, List.copyOf(unclear), new Reply.Failed(0, UNCLEAR, Reached.MAYBE), successes, now);
        } else if (reply instanceof Reply.TooMuch tooMuch) {
            breaker.answered();
            retries.halved(batch, tooMuch, successes, now);
        } else if (reply instanceof Reply.RateLimited limited) {
            breaker.rateLimited(limited.retryAfter(), now);
        } else if (reply instanceof Reply.Misconfigured wrong) {
            if (batch.connectionVersion() == access.connectionVersion()) {
                breaker.suspended(wrong.why(), now);
            }
        } else if (reply instanceof Reply.Failed failed) {
            failed(batch, failed, now);
        }
        batch.people().forEach(this::leaveOrGoOn);
        pump();
    }

    private void failed(Batch batch, Reply.Failed failed, Instant now) {
        if (failed.reached() == Reached.MAYBE) {
            batch.slots().forEach(slot -> settlement.mayHaveReached(slot, now));
        }
        if (successes == batch.successesBefore()) {
            breaker.failed(failed.why(), now);
        }
        retries.together(batch, List.copyOf(batch.people()), failed, successes, now);
    }

    private void leaveOrGoOn(Person person) {
        leave(person);
        if (!person.isDone() && person.place() == Place.IN_FLIGHT && people.holds(person)) {
            people.makeReady(person);
        }
    }

    /** Hands back what is settled. */
    private void leave(Person person) {
        people.takeSettled(person).forEach(this::finish);
        if (person.isDone()) {
            people.remove(person);
        }
    }

    private void finish(Parcel parcel) {
        parcel.deadLetter(now())
                .ifPresentOrElse(
                        letter -> {
                            around.signals().deadLettered(letter.reason());
                            around.deadLetters().apply(letter).thenRun(() -> around.loop()
                                    .execute(parcel::finish));
                        },
                        parcel::finish);
    }

    private void failEverything(Instant now) {
        for (Person person : new ArrayList<>(people.all())) {
            if (person.place() != Place.IN_FLIGHT) {
                Screening.unknownCompany(person, now);
                leave(person);
            }
        }
        people.forget(Person::isDone);
    }

    private void setTheAlarm() {
        Optional<Instant> change = people.nextChange();
        // With nothing in flight nobody lingers: they went already, or the answer on the connection sets them off.
        if (people.readyCount() > 0 && !inFlight.isEmpty() && inFlight.size() < breaker.mostInFlight()) {
            change = change.filter(at -> at.isBefore(batches.lingerUntil()))
                    .or(() -> Optional.of(batches.lingerUntil()));
        }
        Optional<Instant> next = change;
        breaker.trouble()
                .map(Trouble::until)
                .filter(until -> !breaker.allows(now()))
                .or(() -> next)
                .ifPresent(alarm::at);
    }

    /** The partitions go to another relay: nothing of them is sent any more. */
    void drop(Set<Integer> partitions) {
        people.forget(person -> partitions.contains(person.partition()));
    }

    /** Dead-letters what has waited too long although nothing could be sent. */
    void expire() {
        Instant now = now();
        for (Person person : new ArrayList<>(people.all())) {
            if (person.place() != Place.IN_FLIGHT) {
                screening.age(person, Optional.empty(), now);
                leave(person);
            }
        }
        people.forget(Person::isDone);
    }

    Backlog backlog() {
        return backlog;
    }

    boolean hasInFlight(Set<Integer> partitions) {
        return inFlight.stream().anyMatch(batch -> batch.touches(partitions));
    }

    /** Nothing waits, nothing is under way, and nothing needs to be remembered. */
    boolean isIdle() {
        rests.forgetWhatIsOver(now());
        return people.isEmpty() && inFlight.isEmpty() && rests.isEmpty();
    }

    LaneState state(Optional<Instant> behind) {
        return LaneState.of(company, people.all(), breaker.trouble(), behind);
    }

    private Instant now() {
        return around.loop().now();
    }
}
