package com.iterate.relay.braze;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What an HTTP answer means. Delivered means that Braze said so, in the words that it documents; whatever else arrives is
 * not a success, and none of it makes this class throw.
 */
final class ReplyReader {

    /** Strict: a proxy's page, a torn body or a field given twice is not Braze's word. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Set<String> SUCCESS = Set.of("success", "queued");

    private final Sent sent;
    private final Mask mask;

    ReplyReader(Sent sent, Mask mask) {
        this.sent = sent;
        this.mask = mask;
    }

    Reply read(int status, Function<String, Optional<String>> header, String body, Instant now) {
        if (status == 429) {
            Duration retryAfter = RetryAfter.of(header, now);
            return new Reply.RateLimited(retryAfter);
        }
        Optional<JsonNode> json = object(body);
        if (status >= 200 && status < 300) {
            return json.filter(ReplyReader::saysSuccess)
                    .map(success -> accepted(status, success))
                    .orElseGet(() -> failed(status, "an answer without Braze's message 'success'"));
        }
        if (status == 400 || status == 413) {
            return refused(status, json, body);
        }
        return Misconfiguration.of(status)
                .<Reply>map(why -> new Reply.Misconfigured(status, why + said(json)))
                .orElseGet(() -> failed(status, "HTTP " + status + said(json)));
    }

    private Reply accepted(int status, JsonNode success) {
        BrazeErrors errors = BrazeErrors.in(success, sent);
        return sent.answered(
                rejected(status, errors),
                errors.unnamed().isEmpty()
                        ? new Outcome.Accepted()
                        : new Outcome.Unclear("Braze reports an error and does not say for which object: "
                                + masked(errors.unnamed())));
    }

    private Reply refused(int status, Optional<JsonNode> json, String body) {
        BrazeErrors errors =
                json.map(reply -> BrazeErrors.in(reply, sent)).orElseGet(() -> new BrazeErrors(Map.of(), List.of()));
        if (!errors.named().isEmpty()) {
            return sent.answered(
                    rejected(status, errors),
                    new Outcome.Unclear("not processed: Braze refused the request for other objects in it"));
        }
        // A web server in between says 413 itself, but its 400 is about the connection and says nothing about the
        // answers.
        if (status == 400 && json.isEmpty() && body.stripLeading().startsWith("<")) {
            return failed(status, "HTTP 400 with a page that is not Braze's");
        }
        return new Reply.TooMuch(status, "HTTP " + status + said(json));
    }

    private Map<Integer, Outcome.Rejected> rejected(int status, BrazeErrors errors) {
        Map<Integer, Outcome.Rejected> rejected = new TreeMap<>();
        errors.named()
                .forEach((position, reasons) -> rejected.put(position, new Outcome.Rejected(status, masked(reasons))));
        return rejected;
    }

    private static Reply failed(int status, String why) {
        return new Reply.Failed(status, why, Reply.Reached.MAYBE);
    }

    private String masked(List<String> reasons) {
        return mask.hide(String.join("; ", reasons));
    }

    /** Braze's own message, if there is one. Pages are not quoted: they say nothing and may repeat the request. */
    private String said(Optional<JsonNode> json) {
        return json.map(reply ->
                        reply.path("message").asText(reply.path("error").asText("")))
                .filter(message -> !message.isBlank())
                .map(message -> ": " + mask.hide(message))
                .orElse("");
    }

    private static boolean saysSuccess(JsonNode reply) {
        return SUCCESS.contains(reply.path("message").asText(""));
    }

    private static Optional<JsonNode> object(String body) {
        try {
            return Optional.ofNullable(JSON.readTree(body)).filter(JsonNode::isObject);
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }
}
