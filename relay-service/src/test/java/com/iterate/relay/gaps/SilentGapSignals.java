package com.iterate.relay.gaps;

import com.iterate.relay.lanes.Obstacle;
import java.util.ArrayList;
import java.util.List;

/** Remembers what was said aloud. */
public final class SilentGapSignals implements GapSignals {

    public final List<String> lost = new ArrayList<>();
    public final List<Integer> fenced = new ArrayList<>();
    public final List<String> old = new ArrayList<>();
    public int opened;
    public int closed;

    @Override
    public void opened(int partition, String company, Obstacle cause) {
        opened++;
    }

    @Override
    public void closed(int partition, String company) {
        closed++;
    }

    @Override
    public void growsOld(int partition, String company) {
        old.add(company);
    }

    @Override
    public void lost(int partition, String company, long fromOffset, long toOffset) {
        lost.add(company + " " + fromOffset + ".." + toOffset);
    }

    @Override
    public void couldNotSave(Throwable failure) {}

    @Override
    public void couldNotRead(int partition, Throwable failure) {}

    @Override
    public void fenced(int partition) {
        fenced.add(partition);
    }
}
