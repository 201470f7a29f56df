package com.iterate.relay.lanes;

import com.iterate.relay.braze.Reply;
import com.iterate.relay.braze.Reply.Reached;
import com.iterate.relay.credentials.Connection;
import com.iterate.relay.credentials.Lookup;
import com.iterate.relay.lanes.Breaker.Trouble;
import com.iterate.relay.lanes.Person.Place;
import com.iterate.relay.tracing.FollowedRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One company's answers on their way to Braze. Whatever happens to this company happens to this lane only. */
final class Lane {

    private final String company;
    private final Surroundings around;
    private final LanesConfig config;
    private final Tenure tenure;
    private final Breaker breaker;
    private final Rests rests;
    private final Screening screening;
    private final Exit exit;
    private final Pace pace;
    private final Endings endings;
    private final Batches batches;
    private final Backlog backlog;
    private final Access access;
    private final People people = new People();
    private final Alarm alarm;
    private final Set<Batch> inFlight = new HashSet<>();
    private long requests;

    /**
     * @param pace of a lane that sends what it may whenever it is told to
     */
    Lane(String company, Surroundings around, Backoff backoff, Tenure tenure, Function<Runnable, Pace> pace) {
        this.company = company;
        this.around = around;
        this.config = around.config();
        this.tenure = tenure;
        this.breaker = new Breaker(config, backoff);
        this.rests = new Rests(config.settle());
        this.screening = new Screening(
                config.expiry(), around.signals(), person -> around.erased().test(company, person));
        this.exit = new Exit(around);
        this.backlog = new Backlog(config, around.loop(), people, exit, breaker);
        this.batches = new Batches(around, people, rests, screening, breaker, this::leave);
        this.alarm = new Alarm(around.loop(), this::pump);
        this.access = new Access(company, around, breaker::answered, this::pump);
        this.pace = pace.apply(this::pump);
        Settlement settlement = new Settlement(rests, around.guard(), around.signals());
        this.endings = new Endings(breaker, settlement, new Retries(config, backoff, people, settlement), access);
    }

    /** Sends nothing yet: whoever hands over several answers does so before the first of them leaves. */
    void accept(Parcel parcel, Instant now) {
        parcel.acceptedAt(now);
        screening.onArrival(parcel, now);
        if (!parcel.isOpen()) {
            exit.leave(List.of(parcel), people.sentTo(parcel.event().respondent()));
            return;
        }
        boolean first = people.readyCount() == 0;
        people.accept(parcel);
        if (first) {
            batches.begin(now);
        }
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
        setTheAlarm(now);
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
            while (maySend(connected.connection(), now)) {
                Optional<Batch> batch = batches.next(connected.connection(), inFlight.size(), endings.successes(), now);
                if (batch.isEmpty()) {
                    return;
                }
                send(batch.get(), connected.connection(), now);
            }
        }
    }

    private boolean maySend(Connection connection, Instant now) {
        return inFlight.size() < breaker.mostInFlight()
                && breaker.allows(now)
                && tenure.holds()
                && batches.hasNext(inFlight.size(), now)
                && pace.allows(connection, inFlight.size(), now);
    }

    private void send(Batch batch, Connection connection, Instant now) {
        inFlight.add(batch);
        batch.people().forEach(person -> person.moveTo(Place.IN_FLIGHT));
        requests++;
        batch.slots().forEach(slot -> slot.sent().forEach(part -> part.parcel().attempted(requests)));
        around.signals().requestSent(batch.slots().size());
        Pace.Flight flight = pace.began(batch.slots().size(), inFlight.size(), now);
        FollowedRequest followed =
                around.traces().requested(company, batch.slots().size(), batch.trails(), now);
        around.platform()
                .track(connection, batch.objects())
                .exceptionally(broken -> new Reply.Failed(0, "The request broke off", Reached.MAYBE))
                .thenAccept(reply -> around.loop().execute(() -> {
                    followed.ended(reply, now());
                    ended(batch, flight, reply);
                }));
    }

    private void ended(Batch batch, Pace.Flight flight, Reply reply) {
        Instant now = now();
        inFlight.remove(batch);
        around.signals().requestEnded(reply);
        tenure.ended(batch.partitions());
        try {
            pace.ended(flight, reply, now);
            endings.ended(batch, reply, now);
            batch.slots().forEach(Slot::rememberForThoseWhoWait);
            batch.people().forEach(this::leaveOrGoOn);
        } finally {
            // Whatever goes wrong here: the place at Braze's host is other companies' as well.
            flight.turn().ended();
        }
        pump();
    }

    private void leaveOrGoOn(Person person) {
        leave(person);
        if (!person.isDone() && person.place() == Place.IN_FLIGHT && person.isHere()) {
            people.makeReady(person);
        }
    }

    /** Hands back what is settled. */
    private void leave(Person person) {
        exit.leave(people.takeSettled(person), person.sent());
        if (person.isDone()) {
            people.remove(person);
        }
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

    /** What was due before now waits for a request's end or for its turn, and needs no alarm. */
    private void setTheAlarm(Instant now) {
        if (!breaker.allows(now)) {
            breaker.trouble().map(Trouble::until).ifPresent(until -> alarm.at(until, now));
            return;
        }
        boolean hasRoom = inFlight.size() < breaker.mostInFlight();
        Optional<Instant> linger = hasRoom ? batches.lingerUntil(inFlight.size()) : Optional.empty();
        ring(people.nextChange(), now);
        ring(pace.nextTokenAt(), now);
        ring(linger, now);
    }

    private void ring(Optional<Instant> due, Instant now) {
        if (due.isPresent() && due.get().isAfter(now)) {
            alarm.at(due.get(), now);
        }
    }

    /** The partitions go to another relay: nothing of them is sent any more. */
    void drop(Set<Integer> partitions) {
        people.forget(person -> partitions.contains(person.partition()));
        exit.drop(partitions);
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

    Pace pace() {
        return pace;
    }

    boolean hasInFlight(Set<Integer> partitions) {
        return inFlight.stream().anyMatch(batch -> batch.touches(partitions));
    }

    /** Nothing waits, nothing is under way, and nothing needs to be remembered. */
    boolean isIdle() {
        rests.forgetWhatIsOver(now());
        return people.isEmpty() && inFlight.isEmpty() && rests.isEmpty() && exit.isEmpty() && pace.isRested(now());
    }

    LaneState state(Optional<Behind> behind) {
        return LaneState.of(company, people.all(), breaker.trouble().or(() -> pace.trouble(now())), behind);
    }

    private Instant now() {
        return around.loop().now();
    }
}
