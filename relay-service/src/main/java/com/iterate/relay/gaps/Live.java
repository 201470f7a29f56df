package com.iterate.relay.gaps;

import com.iterate.relay.lanes.Parcel;
import com.iterate.relay.lanes.Source;
import java.util.List;

/** The live reader's side of a partition that this relay owns. */
public interface Live extends Source {

    int number();

    /** The offset after the newest that came in. */
    long next();

    /** The commit that Kafka acknowledged. */
    long committed();

    /** What may have been sent before is known, so lanes may have records of this partition. */
    boolean isReady();

    /** The former gaps of this partition are known. */
    void gapsKnown();

    /** The commit need not wait for this record: it is done, or remembered. */
    void passed(Parcel parcel);

    /**
     * Of records that waited for a gap to close.
     *
     * @return those that may go to the lane now; the others are held until the commit has come closer
     */
    List<Parcel> admit(List<Parcel> waited);

    /** Takes out what has not been handed to a lane yet, in the order of the log. */
    List<Parcel> takeHeld(String company);
}
