package com.iterate.relay.replay;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The lanes, as the feeder sees them. Called on the loop. */
interface Outlet {

    /** How many letters of a company are welcome at present: none while its live answers need the lane, or nothing goes out. */
    int room(String company);

    /** Whether letters of this company and partition may go: all that was sent before is known, and nothing older waits in the log. */
    boolean isOpen(int partition, String company);

    /** Requests a second that Braze takes from a company, of all relays together; 0 while it cannot be served. */
    double requestsPerSecond(String company);

    /** Whether the partitions are still this relay's. */
    boolean isInTouch();

    /** What it was sent and could not pass on. */
    void giveBackIfBlocked(String company);

    /** A former owner may have sent it: no older answer may go from now on. */
    void mayHaveBeenSent(Item item, Runnable remembered);

    /**
     * All of them before the first leaves.
     *
     * @param ended  for each once; everything that was sent of it is remembered by then
     * @param unsent the lane gives it back, to make room
     */
    void send(List<Item> items, BiConsumer<Item, Ended> ended, Consumer<Item> unsent);
}
