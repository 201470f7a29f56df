package com.iterate.settings.connections;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.iterate.settings.outgoing.BoundedHttp;
import com.iterate.settings.outgoing.Reply;
import com.iterate.webkit.Problem;
import com.iterate.webkit.RequestBody;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Answers that were meant for one workspace must not slip into another: whoever switches is asked first. */
@Singleton
class WaitingAnswers {

    /** A lane for one company is some hundred bytes. */
    private static final int BODY_BYTES = 64 * 1024;

    private final BoundedHttp http;
    private final URI relay;
    private final ObjectMapper json;
    private final JsonWebToken caller;

    WaitingAnswers(ConnectionsConfig config, ObjectMapper json, JsonWebToken caller) {
        this.http = new BoundedHttp(config.relayTimeOut(), config.relayTimeOut(), BODY_BYTES);
        this.relay = config.relayUrl();
        this.json = json;
        this.caller = caller;
    }

    /** What happens to them. */
    enum Choice {
        DELIVER,
        DISCARD;

        static Choice ofWireName(String name) {
            return Arrays.stream(values())
                    .filter(choice -> choice.wireName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> RequestBody.invalid("waiting", "must be deliver or discard"));
        }

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws Problem 409 if answers wait for another workspace than this one, or may do so */
    void requireNone(Connection before, BrazeEndpoint next) {
        Optional<BrazeEndpoint> other = before.lastEndpoint().filter(last -> !last.equals(next));
        if (other.isPresent()) {
            OptionalLong waiting = ask(before.companyId());
            if (waiting.isEmpty() || waiting.getAsLong() > 0) {
                throw question(waiting, other.get());
            }
        }
    }

    /** Empty if the relay does not say. */
    private OptionalLong ask(String companyId) {
        // A company's id needs no escaping: it is letters, digits and hyphens.
        HttpRequest request = HttpRequest.newBuilder(relay.resolve("/api/lanes?company=" + companyId))
                .header("Authorization", "Bearer " + caller.getRawToken())
                .header("Accept", "application/json")
                .build();
        return http.send(request) instanceof Reply.Answered answered && answered.status() == 200
                ? count(answered.body())
                : OptionalLong.empty();
    }

    private OptionalLong count(String body) {
        try {
            JsonNode lanes = json.readTree(body).path("lanes");
            if (!lanes.isArray()) {
                return OptionalLong.empty();
            }
            long waiting = 0;
            for (JsonNode lane : lanes) {
                waiting += lane.path("waiting").asLong();
            }
            return OptionalLong.of(waiting);
        } catch (JsonProcessingException unreadable) {
            return OptionalLong.empty();
        }
    }

    private static Problem question(OptionalLong waiting, BrazeEndpoint other) {
        String how = waiting.isPresent()
                ? waiting.getAsLong() + " answers wait for the workspace at "
                : "The relay does not answer, so there may be answers that wait for the workspace at ";
        Problem problem = new Problem(
                        409,
                        "answers-waiting",
                        "Answers are waiting",
                        how + other + ". Send the same request with \"waiting\": \"deliver\" to deliver them to the new"
                                + " workspace, or \"discard\" to drop them.")
                .with("choices", List.of(Choice.DELIVER.wireName(), Choice.DISCARD.wireName()));
        return waiting.isPresent() ? problem.with("waiting", waiting.getAsLong()) : problem;
    }
}
