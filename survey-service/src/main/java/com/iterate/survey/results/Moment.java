package com.iterate.survey.results;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A point in time as a page shows it.
 *
 * @param iso  for {@code datetime}; a script makes the reader's own time of it
 * @param text in UTC, for who has no script
 */
record Moment(String iso, String text) {

    private static final DateTimeFormatter WORDS =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

    static Moment of(Instant instant) {
        Instant whole = instant.truncatedTo(ChronoUnit.SECONDS);
        return new Moment(whole.toString(), WORDS.format(whole));
    }
}
