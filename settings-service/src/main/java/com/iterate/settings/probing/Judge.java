package com.iterate.settings.probing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.iterate.settings.connections.ApiKey;
import com.iterate.settings.outgoing.Reply;
import com.iterate.settings.probing.Verdict.Result;
import java.util.Optional;

/** Reads Braze's answer to a request without objects. Only what Braze documents counts as success. */
final class Judge {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** How Braze complains, to a key that it accepts, that there is nothing to write. */
    private static final String NOTHING_TO_WRITE = "valid data must be provided";

    private static final int EXCERPT = 300;

    private Judge() {}

    static Verdict verdict(Reply reply, ApiKey key) {
        if (reply instanceof Reply.Answered answered) {
            Result result = result(answered);
            return new Verdict(
                    result.wireName(),
                    Optional.of(answered.status()),
                    words(result, answered.status()),
                    excerpt(answered.body(), key));
        }
        return new Verdict(
                Result.UNREACHABLE.wireName(),
                Optional.empty(),
                words(((Reply.Failed) reply).failure()),
                Optional.empty());
    }

    private static Result result(Reply.Answered answered) {
        int status = answered.status();
        if (status >= 500) {
            return Result.BRAZE_FAILING;
        }
        if (status == 429) {
            return Result.RATE_LIMITED;
        }
        if (answered.body().stripLeading().startsWith("<") || isElsewhere(status)) {
            return Result.NOT_BRAZE;
        }
        return switch (status) {
            case 401 -> Result.KEY_NOT_KNOWN;
            case 403 -> Result.PERMISSION_MISSING;
            default -> saysYes(status, answered.body()) ? Result.ACCEPTED : Result.UNCLEAR;
        };
    }

    private static boolean isElsewhere(int status) {
        return status == 404 || status == 405 || status == 415 || (status >= 300 && status < 400);
    }

    private static boolean saysYes(int status, String body) {
        String message = message(body);
        return status / 100 == 2
                ? message.equals("success") || message.equals("queued")
                : status == 400 && message.toLowerCase(java.util.Locale.ROOT).startsWith(NOTHING_TO_WRITE);
    }

    private static String message(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json == null ? "" : json.path("message").asText();
        } catch (JsonProcessingException notJson) {
            return "";
        }
    }

    private static String words(Result result, int status) {
        return switch (result) {
            case ACCEPTED -> "Braze knows this key and lets it write to profiles. Nothing was changed in Braze.";
            case KEY_NOT_KNOWN ->
                "Braze does not know this key on this cluster. Either the key is wrong (copy it again from"
                        + " Settings > APIs and Identifiers), or your workspace is on another cluster (compare the REST endpoint"
                        + " shown there).";
            case PERMISSION_MISSING ->
                "Braze knows the key but does not let it write to profiles. The key needs the permission"
                        + " users.track. If it has it, check whether the key only allows certain IP addresses, and whether your"
                        + " Braze plan includes the REST API.";
            case NOT_BRAZE ->
                "This address does not answer like a Braze REST endpoint. Use the REST endpoint of your cluster,"
                        + " not the SDK endpoint or the dashboard.";
            case RATE_LIMITED ->
                "Braze is too busy for this workspace at the moment and did not judge the key. Try again in a minute.";
            case BRAZE_FAILING ->
                "Braze has a problem of its own (status " + status
                        + ") and did not judge the key. Try again in a minute.";
            default ->
                "Braze answered with status " + status
                        + ", which does not tell whether the key works. Its own words may help.";
        };
    }

    private static String words(Reply.Failure failure) {
        return switch (failure) {
            case NO_SUCH_HOST -> "There is no server of this name. Check the REST endpoint for a slip of the pen.";
            case REFUSED ->
                "Nobody accepts connections at this address. Check the REST endpoint, and that this installation may reach the internet.";
            case TIMED_OUT ->
                "Braze did not answer in time. Try again in a minute; if it stays, a firewall may be in the way.";
            case TLS ->
                "No secure connection was possible. Something between this installation and Braze may be intercepting it.";
            case BROKEN_OFF -> "The connection broke off before Braze answered. Try again in a minute.";
        };
    }

    /** A server that repeats our key must not make us show it. */
    private static Optional<String> excerpt(String body, ApiKey key) {
        String printable =
                body.replace(key.value(), "…").replaceAll("\\p{Cntrl}+", " ").strip();
        int end = Math.min(printable.length(), EXCERPT);
        return Optional.of(printable.substring(0, end)).filter(text -> !text.isEmpty());
    }
}
