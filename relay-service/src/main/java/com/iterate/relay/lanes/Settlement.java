package com.iterate.relay.lanes;

import com.iterate.relay.braze.Outcome;
import com.iterate.relay.braze.Reply;
import com.iterate.relay.deadletters.Reason;
import com.iterate.relay.deadletters.Try;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Turns Braze's word on a request into what is done, what failed for good, and who has to be tried again. */
final class Settlement {

    private final Rests rests;
    private final OrderGuard guard;
    private final Signals signals;

    Settlement(Rests rests, OrderGuard guard, Signals signals) {
        this.rests = rests;
        this.guard = guard;
        this.signals = signals;
    }

    /** @return people of whom Braze's answer does not say what became of them */
    Set<Person> answered(Batch batch, Reply.Answered reply, Instant now) {
        Set<Person> unclear = new LinkedHashSet<>();
        for (int i = 0; i < batch.slots().size(); i++) {
            Slot slot = batch.slots().get(i);
            Outcome outcome = i < reply.outcomes().size()
                    ? reply.outcomes().get(i)
                    : new Outcome.Unclear("Braze's answer does not reach this object");
            if (outcome instanceof Outcome.Accepted) {
                accepted(slot, now);
            } else if (outcome instanceof Outcome.Rejected rejected) {
                slot.tried(new Try(now, rejected.status(), rejected.reason()));
                refused(slot, Reason.REJECTED, rejected.status(), rejected.reason(), now);
            } else if (outcome instanceof Outcome.Unclear silent) {
                slot.tried(new Try(now, 0, silent.why()));
                mayHaveReached(slot, now);
                unclear.add(slot.person());
            }
        }
        return unclear;
    }

    /** Alone in its object: the answer itself is bad. Together with others: each of them has to be asked by itself. */
    void refused(Slot slot, Reason reason, int status, String response, Instant now) {
        if (slot.sent().size() == 1) {
            Part part = slot.sent().get(0);
            part.parcel().fail(part, reason, status, response, now);
        } else {
            slot.parts().forEach(part -> part.parcel().splitUp());
        }
    }

    /** The attributes rest before anybody writes them again: the request may still take effect. */
    void mayHaveReached(Slot slot, Instant now) {
        slot.parts().forEach(part -> part.parcel().expose());
        slot.sent().forEach(part -> {
            if (part.form() == Part.Form.ATTRIBUTE) {
                rests.begin(slot.person(), part, now);
            }
        });
    }

    private void accepted(Slot slot, Instant now) {
        List<Part> sent = slot.sent();
        for (Part part : sent) {
            if (part.form() == Part.Form.ATTRIBUTE) {
                rests.begin(slot.person(), part, now);
                guard.sent(part.parcel(), part.attribute());
            }
        }
        Instant oldest = now;
        for (Part part : sent) {
            Instant appendedAt = part.parcel().original().appendedAt();
            oldest = appendedAt.isBefore(oldest) ? appendedAt : oldest;
        }
        for (Part part : sent) {
            part.parcel().delivered(part);
        }
        signals.delivered(sent.size(), Duration.between(oldest, now));
        int covered = slot.parts().size() - sent.size();
        if (covered > 0) {
            signals.superseded(covered);
            slot.covered().forEach((part, by) -> part.parcel().covered(part, by));
        }
    }
}
