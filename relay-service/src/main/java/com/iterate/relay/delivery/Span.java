package com.iterate.relay.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Numbers as people say them. */
final class Span {

    private Span() {}

    /** How long ago, in one unit: nobody acts differently after 3 h 12 min than after 3 h. */
    static String between(Instant then, Instant now) {
        Duration span = Duration.between(then, now);
        if (span.toMinutes() < 2) {
            return Math.max(1, span.toSeconds()) + " s";
        }
        if (span.toHours() < 2) {
            return span.toMinutes() + " min";
        }
        return span.toHours() < 48 ? span.toHours() + " h" : span.toDays() + " days";
    }

    /** Waiting ones. */
    static String answers(long count) {
        if (count == 0) {
            return "nothing waiting";
        }
        return count == 1 ? "1 answer" : String.format(Locale.UK, "%,d answers", count);
    }
}
