package com.iterate.relay.lanes;

import com.iterate.relay.braze.Reply;
import com.iterate.relay.deadletters.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Who is tried again with whom. People who failed together stay together while nothing else of the company passes: that is an
 * outage. Once others pass, or nobody else is there to tell, the group is halved until the culprit stands alone.
 */
final class Retries {

    private final LanesConfig config;
    private final Backoff backoff;
    private final People people;
    private final Settlement settlement;

    Retries(LanesConfig config, Backoff backoff, People people, Settlement settlement) {
        this.config = config;
        this.backoff = backoff;
        this.people = people;
        this.settlement = settlement;
    }

    /** @param failed of this batch */
    void together(Batch batch, List<Person> failed, Reply.Failed reply, long successes, Instant now) {
        List<Person> still = failed.stream().filter(Person::isHere).toList();
        if (still.isEmpty()) {
            return;
        }
        long before = batch.retried().map(Group::successesBefore).orElse(batch.successesBefore());
        int failures = batch.retried().map(Group::failures).orElse(0);
        boolean othersPassed = successes > before;
        boolean nobodyElse = people.readyCount() == 0 && !people.hasGroups();
        if (batch.people().size() == 1) {
            alone(batch, still, othersPassed ? failures + 1 : failures, reply, successes, now);
        } else if (still.size() > 1 && batch.retried().isPresent() && (othersPassed || nobodyElse)) {
            int half = still.size() / 2;
            again(still.subList(0, half), 0, successes, now);
            again(still.subList(half, still.size()), 0, successes, now);
        } else {
            again(still, failures + 1, successes, now);
        }
    }

    /** Refused as a whole, without a word on single objects (400, 413): nothing was processed, so no time is lost. */
    void halved(Batch batch, Reply.TooMuch reply, long successes, Instant now) {
        List<Person> still = batch.people().stream().filter(Person::isHere).toList();
        if (batch.slots().size() == 1) {
            settlement.refused(batch.slots().get(0), Reason.REJECTED, reply.status(), reply.reason(), now);
        } else if (batch.people().size() == 1) {
            splitUp(batch);
        } else if (!still.isEmpty()) {
            int half = (still.size() + 1) / 2;
            people.addGroup(new Group(still.subList(0, half), 0, now, successes));
            people.addGroup(new Group(still.subList(half, still.size()), 0, now, successes));
        }
    }

    private void alone(
            Batch batch, List<Person> person, int failures, Reply.Failed reply, long successes, Instant now) {
        if (failures < config.failuresAlone()) {
            again(person, failures, successes, now);
        } else if (batch.slots().size() == 1) {
            settlement.refused(batch.slots().get(0), Reason.BRAZE_ERROR, reply.status(), reply.why(), now);
        } else {
            splitUp(batch);
        }
    }

    private static void splitUp(Batch batch) {
        batch.slots().forEach(slot -> slot.parts().forEach(part -> part.parcel().splitUp()));
    }

    /** Not before the settle time is over: the request that failed may still take effect. */
    private void again(List<Person> group, int failures, long successes, Instant now) {
        Duration wait = backoff.after(Math.max(1, failures));
        Duration atLeast = config.settle().compareTo(wait) > 0 ? config.settle() : wait;
        people.addGroup(new Group(group, failures, now.plus(atLeast), successes));
    }
}
