package com.iterate.benchmarks.report;

import java.util.Locale;

/** Ours to theirs: a figure of one machine travels badly, the ratio of two from the same minutes travels better. */
public record Ratio(double ours, double theirs) {

    public String line(String what, String other) {
        return theirs == 0
                ? String.format(Locale.ROOT, "ours : %s = %,.0f : 0 %s", other, ours, what)
                : String.format(
                        Locale.ROOT,
                        "ours : %s = %.1f : 1  (%,.0f : %,.0f %s)",
                        other,
                        ours / theirs,
                        ours,
                        theirs,
                        what);
    }
}
