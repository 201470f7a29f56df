package com.iterate.relay.deliveries;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a record.
 *
 * @param state   of all its answers but those that are named: {@code waiting}, {@code accepted}, or {@code unknown}, for what was
 *                answered before the record of deliveries begins. An answer that is not meant for Braze is accepted by nobody;
 *                who published it knows which these are. {@code rejected}, {@code discarded} or {@code erased} as a whole: no lane
 *                could take it
 * @param at      of {@code accepted}: to the second, after an hour to the minute, and never before it
 * @param why     it waits, where something is in the way
 * @param since   that is so
 * @param reason  it was rejected as a whole
 * @param words   what is wrong with it
 * @param letter  its dead letter, which operators may see
 * @param answers by question
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Told(
        int partition,
        long offset,
        String state,
        Optional<Instant> at,
        Optional<String> why,
        Optional<Instant> since,
        Optional<String> reason,
        Optional<String> words,
        Optional<String> letter,
        Map<String, List<Named>> answers) {

    /** In place of a question: the whole record. */
    static final String ALL = "";

    /**
     * One answer in one of the forms in which Braze gets it.
     *
     * @param as     {@code attribute} or {@code event}
     * @param state  {@code covered} or {@code superseded} (something newer stands on the profile), {@code rejected},
     *               {@code replaying}, {@code replayed}, {@code discarded}, {@code erased}
     * @param letter of a rejection: its dead letter
     * @param by     of {@code covered} and {@code superseded}: the newer answer, where it is known
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Named(
            String as,
            String state,
            Instant at,
            Optional<String> reason,
            Optional<Integer> status,
            Optional<String> words,
            Optional<String> letter,
            Optional<Asked> by) {

        static Named ended(String as, String state, Instant at, Optional<Asked> by) {
            return new Named(as, state, at, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), by);
        }
    }

    static Told of(Asked record, String state, Optional<Instant> at, Optional<String> why, Optional<Instant> since) {
        return new Told(
                record.partition(),
                record.offset(),
                state,
                at,
                why,
                since,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    Told with(Map<String, List<Named>> named) {
        return named.getOrDefault(ALL, List.of()).stream()
                .findFirst()
                .map(this::asAWhole)
                .orElseGet(() -> new Told(partition, offset, state, at, why, since, reason, words, letter, named));
    }

    private Told asAWhole(Named all) {
        return new Told(
                partition,
                offset,
                all.state(),
                Optional.of(all.at()),
                Optional.empty(),
                Optional.empty(),
                all.reason(),
                all.words(),
                all.letter(),
                Map.of());
    }
}
