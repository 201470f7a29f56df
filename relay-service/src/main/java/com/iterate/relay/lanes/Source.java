package com.iterate.relay.lanes;

import com.iterate.relay.deadletters.Reason;

/** Where a parcel comes from: told what became of it. */
public interface Source {

    /** Called once, when all answers are delivered, covered by newer ones, or safely in the dead-letter topic. */
    void finished(Parcel parcel);

    /** Its lane gives it back unsent, to make room; it has to be read again later. */
    void shed(Parcel parcel);

    /** Whether the offset to commit waits for it. */
    boolean pinsTheCommit();

    /** Under which reason it is dead-lettered when it has waited too long. */
    Reason whenExpired();
}
