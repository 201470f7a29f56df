package com.iterate.relay.projection;

import com.iterate.relay.letters.ErasedPeople.CompanyPerson;
import com.iterate.relay.letters.Fingerprint;
import com.iterate.relay.letters.LetterId;
import com.iterate.relay.letters.State;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record of the dead-letter topic as it goes into the table.
 *
 * @param appendedAt when it became a dead letter, by the broker's clock
 * @param company    that whoever looked for it may see; empty: the operators'
 */
record Projected(
        LetterId id,
        Instant appendedAt,
        Origin origin,
        String company,
        Failure failure,
        Content content,
        Raw raw,
        State state,
        int replays) {

    /** Where its answers stand. */
    record Origin(Optional<String> topic, Optional<Integer> partition, Optional<Long> offset) {

        static final Origin UNKNOWN = new Origin(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Why it is dead, first or after the last replay. */
    record Failure(
            String reason, int status, String problem, String response, Instant firstAt, Instant lastAt, int attempts) {

        Fingerprint fingerprint() {
            return Fingerprint.of(reason, status, response.isEmpty() ? problem : response);
        }

        /** After a replay that failed as well. */
        Failure then(String newReason, int newStatus, String newResponse, Instant at, int replays) {
            return new Failure(newReason, newStatus, problem, newResponse, firstAt, at, attempts + replays);
        }

        Failure withoutWords() {
            return new Failure(reason, status, "", "", firstAt, lastAt, attempts);
        }
    }

    /** What could be read of it. */
    record Content(
            Optional<String> survey,
            Optional<String> response,
            Optional<String> event,
            Optional<CompanyPerson> person,
            Optional<Instant> submittedAt) {

        static final Content NONE =
                new Content(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        Content withoutPerson() {
            return new Content(survey, Optional.empty(), Optional.empty(), Optional.empty(), submittedAt);
        }
    }

    /**
     * @param undelivered JSON, an array
     * @param headers     JSON, an array
     * @param reference   key and value were left out, since they were too large
     */
    @SuppressWarnings("ArrayRecordComponent") // Kafka's bytes, handed on untouched; never compared.
    record Raw(String undelivered, String headers, byte @Nullable [] key, byte @Nullable [] value, boolean reference) {

        Raw withoutContent() {
            return new Raw(undelivered, "[]", null, null, reference);
        }
    }

    Projected in(State changed, int failedReplays) {
        return new Projected(id, appendedAt, origin, company, failure, content, raw, changed, failedReplays);
    }

    Projected failing(Failure last) {
        return new Projected(id, appendedAt, origin, company, last, content, raw, state, replays);
    }

    /** The same as what is left of a letter that was erased in the table. */
    Projected erased() {
        return new Projected(
                id,
                appendedAt,
                origin,
                company,
                failure.withoutWords(),
                content.withoutPerson(),
                raw.withoutContent(),
                State.ERASED,
                replays);
    }
}
