package com.iterate.benchmarks.report;

import java.util.Locale;

/** Figures with their unit, in as many digits as anybody compares. */
final class Amount {

    private static final double A_SECOND = 1_000;

    private Amount() {}

    static String perSecond(double value) {
        return String.format(Locale.ROOT, "%,.0f/s", value);
    }

    static String millis(double value) {
        if (value < A_SECOND) {
            return String.format(Locale.ROOT, value < 100 ? "%.1f ms" : "%.0f ms", value);
        }
        return String.format(Locale.ROOT, "%,.1f s", value / A_SECOND);
    }

    /** A power of ten. */
    static String decade(double millis) {
        return millis < A_SECOND
                ? String.format(Locale.ROOT, millis < 1 ? "%.1f ms" : "%.0f ms", millis)
                : String.format(Locale.ROOT, "%,.0f s", millis / A_SECOND);
    }
}
