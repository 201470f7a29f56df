package com.iterate.contracts;

/**
 * Texts that many records repeat: a company's id, a survey's name, a prompt. Read anew for each record they were most of the
 * texts of an event. A fixed number of places, each with the text that came last, so strangers cannot fill it.
 */
final class Words {

    /** A power of two; a hundred companies with ten questions each find a place. */
    private static final int PLACES = 4096;

    /** Longer ones seldom repeat, and are not worth comparing. */
    private static final int LONGEST = 256;

    /** Several threads read and write it without a lock: a text cannot change, so each sees this one or another, never half of one. */
    private static final String[] KNOWN = new String[PLACES];

    private Words() {}

    static String of(char[] buffer, int from, int length) {
        if (length > LONGEST) {
            return new String(buffer, from, length);
        }
        int hash = 0;
        for (int at = from; at < from + length; at++) {
            hash = 31 * hash + buffer[at];
        }
        int place = (hash ^ hash >>> 12) & PLACES - 1;
        String known = KNOWN[place];
        if (known != null && is(known, buffer, from, length)) {
            return known;
        }
        String word = new String(buffer, from, length);
        KNOWN[place] = word;
        return word;
    }

    private static boolean is(String known, char[] buffer, int from, int length) {
        if (known.length() != length) {
            return false;
        }
        for (int at = 0; at < length; at++) {
            if (known.charAt(at) != buffer[from + at]) {
                return false;
            }
        }
        return true;
    }
}
