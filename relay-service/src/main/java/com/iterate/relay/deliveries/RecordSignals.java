package com.iterate.relay.deliveries;

/** What happened to the record of deliveries, for metrics and the log. Called on the loop; must not block. */
public interface RecordSignals {

    void couldNotWrite(Throwable failure);

    /** The database was away for so long that notes on answers with a newer one on the profile were given up. */
    void gaveUp(int notes);
}
