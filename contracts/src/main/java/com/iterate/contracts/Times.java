package com.iterate.contracts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Points in time on the wire: ISO 8601 with an offset; for date answers also a plain day. */
final class Times {

    private static final int LENGTH_OF_A_DAY = "2026-11-23".length();

    /** RFC 3339 has four digits for the year; beyond them other languages, and databases, cannot follow. */
    static final String YEARS = "a time must lie in the years 0000 to 9999";

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Times() {}

    static boolean hasFourDigitYear(Instant time) {
        return !time.isBefore(FIRST) && !time.isAfter(LAST);
    }

    static Instant instant(String text) {
        try {
            return parse(text);
        } catch (DateTimeException broken) {
            throw new InvalidEvent("must be an ISO 8601 time with an offset, such as 2026-11-23T13:00:00.123Z");
        }
    }

    /** By hand where it is what nearly every record has: Java's own parser takes most of the time of reading an answer. */
    private static Instant parse(String text) {
        return UtcTime.isOne(text) ? UtcTime.read(text) : Instant.parse(text);
    }

    static Instant dayOrInstant(String text) {
        try {
            return text.length() == LENGTH_OF_A_DAY
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : parse(text);
        } catch (DateTimeException broken) {
            throw new InvalidEvent("a date must be a day such as 2026-11-23, or an ISO 8601 time with an offset");
        }
    }
}
