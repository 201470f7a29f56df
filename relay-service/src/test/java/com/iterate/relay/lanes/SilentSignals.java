package com.iterate.relay.lanes;

import com.iterate.relay.braze.Reply;
import com.iterate.relay.deadletters.Reason;
import java.time.Duration;

/** Counts what a test asks for. */
public class SilentSignals implements Signals {

    public int delivered;
    public int superseded;
    public int discarded;

    @Override
    public void delivered(int answers, Duration waited) {
        delivered += answers;
    }

    @Override
    public void superseded(int answers) {
        superseded += answers;
    }

    @Override
    public void discarded(int answers) {
        discarded += answers;
    }

    @Override
    public void deadLettered(Reason reason) {}

    @Override
    public void requestSent(int objects) {}

    @Override
    public void requestEnded(Reply reply) {}
}
