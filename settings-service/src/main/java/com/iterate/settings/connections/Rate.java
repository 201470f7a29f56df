package com.iterate.settings.connections;

import com.iterate.webkit.RequestBody;
import org.jspecify.annotations.Nullable;

/** How many requests Braze takes from a company: part of its contract, so kept when the key or the workspace changes. */
public record Rate(int requestsPerWindow, int windowSeconds) {

    /** Of a contract by data points. Contracts by monthly active users have one of their own that Braze does not publish. */
    static final Rate OF_BRAZE = new Rate(3000, 3);

    /** Braze's own limit is 3.6 million in an hour; far more is a slip of the keyboard. */
    private static final int MOST_REQUESTS = 10_000_000;

    /** Braze's longest window is the hour. */
    private static final int LONGEST_WINDOW = 3600;

    record Wanted(
            @Nullable Integer requestsPerWindow, @Nullable Integer windowSeconds) {

        /** @throws com.iterate.webkit.Problem 422 with the rule that is broken */
        Rate checked() {
            return new Rate(
                    number("rate.requestsPerWindow", requestsPerWindow, MOST_REQUESTS),
                    number("rate.windowSeconds", windowSeconds, LONGEST_WINDOW));
        }

        private static int number(String field, @Nullable Integer given, int most) {
            if (given == null) {
                throw RequestBody.invalid(field, "is missing: a rate is a number of requests and of seconds");
            }
            if (given < 1 || given > most) {
                throw RequestBody.invalid(field, "must be a whole number from 1 to " + most);
            }
            return given;
        }
    }
}
