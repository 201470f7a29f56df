package com.iterate.relay.delivery;

import com.iterate.relay.letters.Discards;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;

/** What was just done, told on the page to which it leads: as numbers in its address, so that a reload does nothing again. */
final class Done {

    private Done() {}

    static String query(Discards.Result result) {
        return "discarded=" + result.discarded() + "&unchanged=" + result.unchanged() + "&remaining="
                + result.remaining();
    }

    /** Empty if nothing was done. */
    static String of(MultivaluedMap<String, String> query) {
        if (query.getFirst("discarded") == null) {
            return "";
        }
        long unchanged = number(query, "unchanged");
        long remaining = number(query, "remaining");
        return Span.letters(number(query, "discarded")) + " discarded."
                + (unchanged == 0
                        ? ""
                        : " " + Span.letters(unchanged)
                                + " left as they were: they are not open any more, or belong to a replay.")
                + (remaining == 0 ? "" : " " + Span.letters(remaining) + " more match: discard once more to go on.");
    }

    private static long number(MultivaluedMap<String, String> query, String name) {
        return Optional.ofNullable(query.getFirst(name))
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
    }
}
