package com.iterate.relay.lanes;

/** What a request still has room for. */
final class Room {

    /** An event object repeats the survey's name and ids around its answer. */
    private static final int BYTES_AROUND_AN_OBJECT = 1024;

    private final int mostObjects;
    private final int mostBytes;
    private int objects;
    private long bytes;

    Room(int mostObjects, int mostBytes) {
        this.mostObjects = mostObjects;
        this.mostBytes = mostBytes;
    }

    /** Whether one more object made from this record fits; the first always does. The record's length bounds what it adds. */
    boolean takesObject(Parcel parcel) {
        return take(1, parcel);
    }

    /** Whether an object that is there already may grow by what this record holds. */
    boolean takesMore(Parcel parcel) {
        return take(0, parcel);
    }

    boolean isFull() {
        return objects >= mostObjects;
    }

    private boolean take(int more, Parcel parcel) {
        long size = parcel.original().size() + BYTES_AROUND_AN_OBJECT;
        if (objects > 0 && (objects + more > mostObjects || bytes + size > mostBytes)) {
            return false;
        }
        objects += more;
        bytes += size;
        return true;
    }
}
