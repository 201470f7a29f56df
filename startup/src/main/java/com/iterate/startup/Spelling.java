package com.iterate.startup;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
final class Spelling {

    private Spelling() {}

    /** @param slips letters that may be missing, added or exchanged */
    static Optional<String> nearest(String written, Collection<String> known, int slips) {
        return known.stream()
                .filter(each -> distance(written, each) <= slips)
                .min(Comparator.comparingInt(each -> distance(written, each)));
    }

    /** Levenshtein's, a row at a time. */
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int exchanged = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(exchanged, 1 + Math.min(row[j - 1], above[j]));
            }
            above = row;
        }
        return above[other.length()];
    }
}
