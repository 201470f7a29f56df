package com.iterate.relay.lanes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.iterate.relay.lanes.Breaker.Trouble;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How a company's lane is doing, for its people to read.
 *
 * @param why     empty unless something is in the way; in words, without a secret
 * @param since   when it began
 * @param waiting answers that are not on their profile yet; about, while the company is behind
 * @param oldest  when Kafka had the oldest of them
 * @param behind  since when the company is skipped in the log and caught up from there
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record LaneState(
        String company,
        Health state,
        Optional<String> why,
        Optional<Instant> since,
        long waiting,
        Optional<Instant> oldest,
        Optional<Instant> behind) {

    /** From well to not at all. */
    public enum Health {
        IDLE,
        DELIVERING,
        /** Braze is busy or away, or settings-service is: tried again by itself. */
        WAITING,
        /** Braze refuses the company's key or endpoint. */
        SUSPENDED,
        NOT_CONNECTED;

        /** Only what lasts until somebody acts is an obstacle at once. */
        Optional<Obstacle> obstacle() {
            return switch (this) {
                case SUSPENDED -> Optional.of(Obstacle.SUSPENDED);
                case NOT_CONNECTED -> Optional.of(Obstacle.NOT_CONNECTED);
                case IDLE, DELIVERING, WAITING -> Optional.empty();
            };
        }
    }

    static LaneState idle(String company, Optional<Behind> behind) {
        return of(company, List.of(), Optional.empty(), behind);
    }

    static LaneState of(String company, Collection<Person> people, Optional<Trouble> trouble, Optional<Behind> behind) {
        long inLane = people.stream()
                .flatMap(person -> person.waiting().stream())
                .mapToInt(Parcel::openCount)
                .sum();
        long waiting = inLane + behind.map(Behind::answers).orElse(0L);
        Optional<Instant> oldest = people.stream()
                .flatMap(person -> person.waiting().stream())
                .map(parcel -> parcel.original().appendedAt())
                .min(Comparator.naturalOrder());
        return new LaneState(
                company,
                trouble.map(Trouble::health).orElse(waiting == 0 && behind.isEmpty() ? Health.IDLE : Health.DELIVERING),
                trouble.map(Trouble::why),
                trouble.map(Trouble::since),
                waiting,
                oldest,
                behind.map(Behind::since));
    }
}
