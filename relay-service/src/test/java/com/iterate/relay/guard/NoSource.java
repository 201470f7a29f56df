package com.iterate.relay.guard;

import com.iterate.relay.deadletters.Reason;
import com.iterate.relay.lanes.Parcel;
import com.iterate.relay.lanes.Source;

/** Nobody cares. */
record NoSource() implements Source {

    @Override
    public void finished(Parcel parcel) {}

    @Override
    public void shed(Parcel parcel) {}

    @Override
    public boolean pinsTheCommit() {
        return false;
    }

    @Override
    public Reason whenExpired() {
        return Reason.EXPIRED;
    }
}
