package com.iterate.erasures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What an erasure did. Names nobody, so that it can be kept.
 *
 * @param lastCopyExpires the day in UTC after which Kafka holds nothing of this person that was there at {@code erasedAt}
 * @param stores          in the order in which they were erased
 */
public record Receipt(String company, Instant erasedAt, LocalDate lastCopyExpires, List<Store> stores) {

    /**
     * @param name   such as {@code answers}
     * @param erased how many rows of which kind; zero where there were none
     */
    public record Store(String name, Map<String, Long> erased) {}

    public Receipt {
        stores = List.copyOf(stores);
    }

    public static Receipt of(String company, Instant erasedAt, Instant lastCopy, List<Store> stores) {
        // A day later if it happens within a day: a receipt must not promise too early.
        return new Receipt(
                company,
                erasedAt,
                lastCopy.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1),
                stores);
    }

    /** With what another service erased. */
    public Receipt and(Receipt other) {
        LocalDate last = lastCopyExpires.isAfter(other.lastCopyExpires) ? lastCopyExpires : other.lastCopyExpires;
        return new Receipt(
                company,
                erasedAt,
                last,
                Stream.concat(stores.stream(), other.stores.stream()).toList());
    }
}
