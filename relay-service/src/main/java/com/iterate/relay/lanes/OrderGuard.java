package com.iterate.relay.lanes;

import java.util.Map;
import java.util.Optional;

/** Remembers beyond the settle time what was sent to people of whom a dead letter is open. Called on the loop. */
public interface OrderGuard {

    /** Nobody's dead letters are ever replayed. */
    OrderGuard NONE = new OrderGuard() {
        @Override
        public Optional<Age> newest(Parcel parcel, String attribute) {
            return Optional.empty();
        }

        @Override
        public void sent(Parcel parcel, String attribute) {}

        @Override
        public void begin(Parcel parcel, Map<String, Age> sent) {}

        @Override
        public void remember(Parcel parcel, Runnable then) {
            then.run();
        }

        @Override
        public boolean isIdle() {
            return true;
        }
    };

    /** The newest answer to this attribute that may have been sent to this record's person; empty unless they are guarded. */
    Optional<Age> newest(Parcel parcel, String attribute);

    /** Braze took this record's answer to the attribute, or may have: it is given up without knowing. */
    void sent(Parcel parcel, String attribute);

    /**
     * A dead letter is about to be made of this record: from now on its person is guarded.
     *
     * @param sent the newest by attribute that Braze took while the record waited
     */
    void begin(Parcel parcel, Map<String, Age> sent);

    /** Runs once everything that was told of this record's person is remembered; at once for most people. */
    void remember(Parcel parcel, Runnable then);

    /** Everything is remembered that was told: nobody has to wait. */
    boolean isIdle();
}
