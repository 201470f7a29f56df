package com.iterate.relay.lanes;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Which attributes of which people may not be written yet. Braze promises no order between two requests, so an attribute that
 * may just have been written rests; what is older than the value that was sent never goes out.
 *
 * <p>At 75,000 answers a second a quarter of a million attributes rest, so they lie in plain arrays: a ring, oldest first, since all
 * rests are equally long, and over it the chains of a hash table.
 */
final class Rests {

    record Rest(Instant until, Age sent) {}

    /** Columns of an entry: fingerprint, end of the rest, and the age of what was sent. */
    private static final int HIGH = 0;

    private static final int LOW = 1;
    private static final int UNTIL_SECOND = 2;
    private static final int SENT_SECOND = 3;
    /** Two counts of nanoseconds in one. */
    private static final int NANOS = 4;

    private static final int OFFSET = 5;
    private static final int COLUMNS = 6;

    private static final int NONE = -1;
    private static final int UNCHAINED = -2;
    private static final int SMALLEST = 16;

    private final long settleNanos;
    private long[] entries = new long[SMALLEST * COLUMNS];
    /** The next in the same chain. */
    private int[] next = new int[SMALLEST];

    private int[] chains = emptyChains(SMALLEST);
    private int first;
    private int count;

    Rests(Duration settle) {
        this.settleNanos = settle.toNanos();
    }

    void begin(Person person, Part sent, Instant now) {
        Fingerprint of = person.of(sent.attribute());
        int before = find(of);
        Age age = sent.age();
        if (before != NONE) {
            Age earlier = ageAt(before);
            age = earlier.compareTo(age) > 0 ? earlier : age;
            unchain(before);
        }
        if (count == next.length) {
            // By half: a hundred busy lanes have as much room again only once in a while.
            resize(count + count / 2);
        }
        append(of, now.plusNanos(settleNanos), age);
    }

    Optional<Rest> of(Person person, Part part) {
        if (count == 0) {
            return Optional.empty();
        }
        int at = find(person.of(part.attribute()));
        return at == NONE ? Optional.empty() : Optional.of(new Rest(untilAt(at), ageAt(at)));
    }

    /** Called before each look-up, so that whatever is found is still in force. */
    void forgetWhatIsOver(Instant now) {
        while (count > 0 && isOver(first, now)) {
            unchain(first);
            first = wrapped(first + 1);
            count--;
        }
        // A lane that was busy once must not keep the room for it.
        if (next.length > SMALLEST && count < next.length / 8) {
            resize(Math.max(SMALLEST, next.length / 4));
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    private void append(Fingerprint of, Instant until, Age sent) {
        int slot = wrapped(first + count);
        int at = slot * COLUMNS;
        entries[at + HIGH] = of.high();
        entries[at + LOW] = of.low();
        entries[at + UNTIL_SECOND] = until.getEpochSecond();
        entries[at + SENT_SECOND] = sent.submittedAt().getEpochSecond();
        entries[at + NANOS] =
                (long) until.getNano() << Integer.SIZE | sent.submittedAt().getNano();
        entries[at + OFFSET] = sent.offset();
        chain(slot);
        count++;
    }

    private int find(Fingerprint of) {
        for (int slot = chains[chainOf(of.low())]; slot != NONE; slot = next[slot]) {
            int at = slot * COLUMNS;
            if (entries[at + LOW] == of.low() && entries[at + HIGH] == of.high()) {
                return slot;
            }
        }
        return NONE;
    }

    private void chain(int slot) {
        int chain = chainOf(entries[slot * COLUMNS + LOW]);
        next[slot] = chains[chain];
        chains[chain] = slot;
    }

    /** Stays in the ring until its time is over, but nobody finds it any more. */
    private void unchain(int gone) {
        if (next[gone] == UNCHAINED) {
            return;
        }
        int chain = chainOf(entries[gone * COLUMNS + LOW]);
        if (chains[chain] == gone) {
            chains[chain] = next[gone];
        } else {
            int before = chains[chain];
            while (next[before] != gone) {
                before = next[before];
            }
            next[before] = next[gone];
        }
        next[gone] = UNCHAINED;
    }

    private void resize(int capacity) {
        long[] entriesBefore = entries;
        int[] nextBefore = next;
        int firstBefore = first;
        int countBefore = count;
        entries = new long[capacity * COLUMNS];
        next = new int[capacity];
        chains = emptyChains(capacity);
        first = 0;
        count = 0;
        for (int i = 0; i < countBefore; i++) {
            int slot = (firstBefore + i) % nextBefore.length;
            if (nextBefore[slot] != UNCHAINED) {
                System.arraycopy(entriesBefore, slot * COLUMNS, entries, count * COLUMNS, COLUMNS);
                chain(count);
                count++;
            }
        }
    }

    private boolean isOver(int slot, Instant now) {
        long second = entries[slot * COLUMNS + UNTIL_SECOND];
        int nano = (int) (entries[slot * COLUMNS + NANOS] >>> Integer.SIZE);
        return second < now.getEpochSecond() || (second == now.getEpochSecond() && nano <= now.getNano());
    }

    private Instant untilAt(int slot) {
        int nano = (int) (entries[slot * COLUMNS + NANOS] >>> Integer.SIZE);
        return Instant.ofEpochSecond(entries[slot * COLUMNS + UNTIL_SECOND], nano);
    }

    private Age ageAt(int slot) {
        int at = slot * COLUMNS;
        return new Age(
                Instant.ofEpochSecond(entries[at + SENT_SECOND], (int) entries[at + NANOS]), entries[at + OFFSET]);
    }

    /** The place in the ring of one that is at most one round further. */
    private int wrapped(int slot) {
        return slot < next.length ? slot : slot - next.length;
    }

    private int chainOf(long low) {
        return (int) low & chains.length - 1;
    }

    /** A power of two, with one entry each at most on average: each step along a chain waits for memory twice. */
    private static int[] emptyChains(int entries) {
        int[] chains = new int[2 * Integer.highestOneBit(entries)];
        Arrays.fill(chains, NONE);
        return chains;
    }
}
