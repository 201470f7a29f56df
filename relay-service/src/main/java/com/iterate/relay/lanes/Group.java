package com.iterate.relay.lanes;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * People whose request failed as a whole, and who are tried again together.
 *
 * @param failures        how often in this composition
 * @param notBefore       when they may be tried again
 * @param successesBefore of the lane when they failed last: tells whether others passed since
 */
record Group(List<Person> people, int failures, Instant notBefore, long successesBefore) {

    boolean isDue(Instant now) {
        return !notBefore.isAfter(now);
    }

    Group without(Predicate<Person> which) {
        return new Group(people.stream().filter(which.negate()).toList(), failures, notBefore, successesBefore);
    }
}
