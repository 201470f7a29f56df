package com.iterate.relay.lanes;

import com.iterate.relay.braze.Reply;
import com.iterate.relay.deadletters.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Counts what a test asks for. */
public class SilentSignals implements Signals {

    public int delivered;
    public int superseded;
    public int discarded;
    public final List<Hold> holds = new ArrayList<>();
    public final List<Reason> deadLettered = new ArrayList<>();
    public int limit;
    public double part;

    @Override
    public void delivered(int answers, Duration waited) {
        delivered += answers;
    }

    @Override
    public void superseded(int answers) {
        superseded += answers;
    }

    @Override
    public void stripped(int answers) {}

    @Override
    public void discarded(int answers) {
        discarded += answers;
    }

    @Override
    public void deadLettered(Reason reason) {
        deadLettered.add(reason);
    }

    @Override
    public void requestSent(int objects) {}

    @Override
    public void paced(int inFlight, double ofTheRate) {
        limit = inFlight;
        part = ofTheRate;
    }

    @Override
    public void held(Hold by) {
        holds.add(by);
    }

    @Override
    public void requestEnded(Reply reply) {}
}
