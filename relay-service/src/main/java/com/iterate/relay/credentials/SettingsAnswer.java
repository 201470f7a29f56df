package com.iterate.relay.credentials;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What an HTTP answer of settings-service means. Anything but its own documented words is no answer. */
final class SettingsAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SettingsAnswer() {}

    static Lookup read(String companyId, int status, String contentType, String body) {
        return switch (status) {
            case 200 -> connection(companyId, body);
            // Any other 404 is another server's, or another path's: it must not make every company unknown.
            case 404 ->
                contentType.startsWith("application/problem+json") && saysUnknownCompany(body)
                        ? new Lookup.UnknownCompany()
                        : new Lookup.Unavailable("HTTP 404 without settings-service's word that the company is unknown:"
                                + " check SETTINGS_INTERNAL_URL");
            case 401, 403 ->
                new Lookup.Unavailable("settings-service refuses this relay (HTTP " + status
                        + "): RELAY_KEYS_FILE and settings-service's RELAY_PUBLIC_KEYS_FILE must belong together, and"
                        + " clocks must agree");
            default -> new Lookup.Unavailable("settings-service answered HTTP " + status);
        };
    }

    private static Lookup connection(String companyId, String body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (!json.path("companyId").asText("").equals(companyId)
                    || !json.path("version").isIntegralNumber()) {
                return unreadable();
            }
            long version = json.path("version").longValue();
            return switch (json.path("state").asText("")) {
                case "CONNECTED" ->
                    new Lookup.Connected(new Connection(
                            companyId,
                            version,
                            URI.create(json.path("endpoint").asText("")),
                            new ApiKey(json.path("apiKey").asText("")),
                            rate(json.path("rate")),
                            Optional.ofNullable(json.path("deliverFrom").textValue())
                                    .map(Instant::parse)));
                case "NOT_CONNECTED" -> new Lookup.NotConnected(version);
                default -> unreadable();
            };
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException broken) {
            // The cause may quote the key.
            return unreadable();
        }
    }

    /** A settings-service from before there were rates names none. */
    private static Rate rate(JsonNode json) {
        return json.isMissingNode() || json.isNull()
                ? Rate.OF_BRAZE
                : new Rate(
                        json.path("requestsPerWindow").asInt(),
                        Duration.ofSeconds(json.path("windowSeconds").asInt()));
    }

    private static boolean saysUnknownCompany(String body) {
        try {
            return JSON.readTree(body).path("type").asText("").equals("unknown-company");
        } catch (JsonProcessingException noProblemDetails) {
            return false;
        }
    }

    private static Lookup unreadable() {
        return new Lookup.Unavailable("settings-service's answer does not hold what it should");
    }
}
