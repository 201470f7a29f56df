package com.iterate.relay.braze;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;

/** How long Braze asks to wait after a 429. */
final class RetryAfter {

    /** One burst window of Braze: less could only fail again. */
    private static final Duration UNLESS_SAID = Duration.ofSeconds(3);

    /** Braze counts in whole seconds; a wait of none would be a hot loop. */
    private static final Duration LEAST = Duration.ofSeconds(1);

    /** Braze's longest window is the clock hour. */
    private static final Duration MOST = Duration.ofMinutes(60);

    /** Braze documents both: seconds to go and seconds since 1970. Nobody waits for thirty years. */
    private static final double CERTAINLY_AN_EPOCH = 1e9;

    private RetryAfter() {}

    /** @param header the value of a header by its name, whose case does not matter */
    static Duration of(Function<String, Optional<String>> header, Instant now) {
        Duration said = header.apply("X-Ratelimit-Retry-After")
                .flatMap(RetryAfter::seconds)
                .or(() -> header.apply("Retry-After")
                        .flatMap(value -> seconds(value).or(() -> date(value, now))))
                .or(() -> header.apply("X-RateLimit-Reset")
                        .flatMap(value -> seconds(value).map(seconds -> fromEpoch(seconds, now))))
                .orElse(UNLESS_SAID);
        if (said.compareTo(LEAST) < 0) {
            return LEAST;
        }
        return said.compareTo(MOST) > 0 ? MOST : said;
    }

    private static Optional<Duration> seconds(String value) {
        try {
            double seconds = Double.parseDouble(value.strip());
            return Double.isFinite(seconds) && seconds >= 0 && seconds < 1e12
                    ? Optional.of(Duration.ofMillis((long) (seconds * 1000)))
                    : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> date(String value, Instant now) {
        try {
            Instant then = ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(now, then));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static Duration fromEpoch(Duration value, Instant now) {
        return value.toSeconds() > CERTAINLY_AN_EPOCH
                ? Duration.between(now, Instant.ofEpochSecond(value.toSeconds()))
                : value;
    }
}
