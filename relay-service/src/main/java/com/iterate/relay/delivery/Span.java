package com.iterate.relay.delivery;

import com.iterate.relay.credentials.Rate;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Numbers as people say them. */
final class Span {

    private Span() {}

    /** How long ago, in one unit: nobody acts differently after 3 h 12 min than after 3 h. */
    static String between(Instant then, Instant now) {
        return of(Duration.between(then, now));
    }

    static String of(Duration span) {
        if (span.toMinutes() < 2) {
            return Math.max(1, span.toSeconds()) + " s";
        }
        if (span.toHours() < 2) {
            return span.toMinutes() + " min";
        }
        return span.toHours() < 48 ? span.toHours() + " h" : span.toDays() + " days";
    }

    static String requests(Rate rate) {
        return String.format(Locale.UK, "%,d requests in %s", rate.requests(), of(rate.window()));
    }

    static String count(long number) {
        return String.format(Locale.UK, "%,d", number);
    }

    static String letters(long count) {
        return count == 1 ? "1 letter" : count(count) + " letters";
    }

    /** Waiting ones. */
    static String answers(long count) {
        if (count == 0) {
            return "nothing waiting";
        }
        return count == 1 ? "1 answer" : String.format(Locale.UK, "%,d answers", count);
    }
}
