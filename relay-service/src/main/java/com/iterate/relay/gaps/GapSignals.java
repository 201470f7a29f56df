package com.iterate.relay.gaps;

import com.iterate.relay.lanes.Obstacle;

/** What happened to gaps, for metrics and the log. Called on the loop; must not block. */
public interface GapSignals {

    void opened(int partition, String company, Obstacle cause);

    void closed(int partition, String company);

    /** Half of what the topic keeps has gone by. Told once a gap. */
    void growsOld(int partition, String company);

    /** Kafka deleted records before they could be delivered. */
    void lost(int partition, String company, long fromOffset, long toOffset);

    void couldNotSave(Throwable failure);

    void couldNotRead(int partition, Throwable failure);

    /** A write was refused, since another relay seems to own the partition's gaps. */
    void fenced(int partition);
}
