package com.iterate.contracts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/** A time as most publishers write it: {@code 2026-11-23T13:00:00Z}, with or without a fraction of up to nine digits. */
final class UtcTime {

    private static final int SECONDS_END = "2026-11-23T13:00:00".length();
    private static final int MOST_DIGITS_OF_A_FRACTION = 9;

    private UtcTime() {}

    /** Whether {@link #read} understands it. What looks like one and is none, such as the 31st of June, is refused there. */
    static boolean isOne(String text) {
        int end = text.length() - 1;
        boolean framed = end >= SECONDS_END
                && text.charAt(end) == 'Z'
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
        return framed
                && digits(text, 0, 4)
                && digits(text, 5, 7)
                && digits(text, 8, 10)
                && digits(text, 11, 13)
                && digits(text, 14, 16)
                && digits(text, 17, SECONDS_END)
                && (end == SECONDS_END || isFraction(text, end))
                // 24:00 and leap seconds are Java's to judge.
                && number(text, 11, 13) < 24
                && number(text, 14, 16) < 60
                && number(text, 17, SECONDS_END) < 60;
    }

    /** @throws DateTimeException if there is no such day */
    static Instant read(String text) {
        long days = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        long seconds = number(text, 11, 13) * 3600L + number(text, 14, 16) * 60L + number(text, 17, SECONDS_END);
        return Instant.ofEpochSecond(days * 86_400 + seconds, nanos(text));
    }

    private static boolean isFraction(String text, int end) {
        int digits = end - SECONDS_END - 1;
        return text.charAt(SECONDS_END) == '.'
                && digits >= 1
                && digits <= MOST_DIGITS_OF_A_FRACTION
                && digits(text, SECONDS_END + 1, end);
    }

    private static int nanos(String text) {
        int nanos = 0;
        for (int place = 1; place <= MOST_DIGITS_OF_A_FRACTION; place++) {
            int at = SECONDS_END + place;
            nanos = nanos * 10 + (at < text.length() - 1 ? text.charAt(at) - '0' : 0);
        }
        return nanos;
    }

    private static boolean digits(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (text.charAt(at) < '0' || text.charAt(at) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            number = number * 10 + text.charAt(at) - '0';
        }
        return number;
    }
}
