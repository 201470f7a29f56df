package com.iterate.relay.lanes;

import com.iterate.relay.braze.Reply;
import com.iterate.relay.deadletters.Reason;
import java.time.Duration;

/** What happened, for metrics. Called on the loop; must not block. */
public interface Signals {

    /** Answers, not objects: one object may carry several. {@code waited} is the time since Kafka had the oldest of them. */
    void delivered(int answers, Duration waited);

    /** Covered by a newer answer to the same attribute. */
    void superseded(int answers);

    /** The order guard held them back: something newer had been sent before. They count as superseded, too. */
    void stripped(int answers);

    /** Submitted before the company chose to discard what waited. */
    void discarded(int answers);

    void deadLettered(Reason reason);

    void requestSent(int objects);

    /**
     * With each request.
     *
     * @param limit requests that its lane may have under way
     * @param part  of its company's rate that the last 429s left, 0.01 to 1
     */
    void paced(int limit, double part);

    /** A request was ready and had to wait. */
    void held(Hold by);

    void requestEnded(Reply reply);
}
