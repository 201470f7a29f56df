package com.iterate.relay.lanes;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How much a lane holds, how much more it may, and what should wait in the log instead. */
final class Backlog {

    private final LanesConfig config;
    private final Loop loop;
    private final People people;
    private final Exit exit;
    private final Breaker breaker;

    Backlog(LanesConfig config, Loop loop, People people, Exit exit, Breaker breaker) {
        this.config = config;
        this.loop = loop;
        this.people = people;
        this.exit = exit;
        this.breaker = breaker;
    }

    int records() {
        return people.parcels();
    }

    boolean isOverCap() {
        return people.parcels() > config.capRecords() || people.bytes() > config.capBytes();
    }

    /** How many more records it may be given. Something is wrong: one, to find out whether it still is. */
    int room() {
        if (isBlocked()) {
            return people.isEmpty() ? 1 : 0;
        }
        return people.bytes() > config.capBytes() / 2 ? 0 : Math.max(0, config.capRecords() / 2 - people.parcels());
    }

    /** Nothing goes out but a probe now and then. */
    boolean isBlocked() {
        return breaker.isProbing();
    }

    /** Why the company's answers should wait in the log. */
    Optional<Obstacle> obstacle() {
        Optional<Obstacle> refused =
                breaker.trouble().flatMap(trouble -> trouble.health().obstacle());
        if (refused.isPresent()) {
            return refused;
        }
        if (isOverCap()) {
            return Optional.of(Obstacle.OVER_CAP);
        }
        return isStuck() ? Optional.of(Obstacle.STUCK) : Optional.empty();
    }

    /** All that is not finished, also what is on its way to the dead letters. */
    List<Parcel> waiting(int partition) {
        return Stream.concat(people.all().stream().flatMap(person -> person.waiting().stream()), exit.leaving())
                .filter(parcel -> parcel.original().partition() == partition)
                .toList();
    }

    /** Gives back what was never on its way, so that it waits in the log and not here. Somebody stays, to find out whether it works. */
    void shed(Predicate<Person> which) {
        Set<Person> slipping = people.all().stream()
                .filter(person -> which.test(person) && person.maySlip())
                .skip(1)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!slipping.isEmpty()) {
            people.forget(slipping::contains);
            slipping.forEach(
                    person -> person.waiting().forEach(parcel -> parcel.source().shed(parcel)));
        }
    }

    private boolean isStuck() {
        Instant since = loop.now().minus(config.stuckAfter());
        return people.all().stream()
                .flatMap(person -> person.waiting().stream())
                .anyMatch(parcel ->
                        parcel.source().pinsTheCommit() && parcel.acceptedAt().isBefore(since));
    }
}
