package com.iterate.relay.letters;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.iterate.relay.attempts.Attempt;
import com.iterate.relay.attempts.SentObject;
import java.util.List;
import java.util.Optional;

/**
 * One dead letter, with all that is known of it.
 *
 * @param event       its content as in the topic of answers; absent where that cannot be read
 * @param unreadable  why not
 * @param undelivered what did not reach Braze: question, as attribute or event, reason, status
 * @param sent        the objects of requests to Braze that did not do what they should; none if Braze was never asked
 * @param attempts    those that are known, oldest first
 * @param headers     of the original, then what the relay wrote about it
 * @param history     changes of its state, oldest first; among them every replay that failed, and why
 * @param reference   the original was too large to be copied; it stands where {@code letter.original} says
 * @param raw         the bytes as they were; only if revealed
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Look(
        Letter letter,
        Optional<String> eventId,
        Optional<JsonNode> event,
        Optional<String> unreadable,
        JsonNode undelivered,
        List<SentObject> sent,
        List<Attempt> attempts,
        JsonNode headers,
        JsonNode history,
        boolean reference,
        Optional<Raw> raw) {

    /** In base64; absent for what had none. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Raw(Optional<String> key, Optional<String> value) {}

    Look masked() {
        return new Look(
                letter.masked(),
                eventId,
                event.map(Masking::event),
                unreadable,
                undelivered,
                sent.stream().map(SentObject::masked).toList(),
                attempts,
                Masking.headers(headers),
                history,
                reference,
                Optional.empty());
    }
}
