package com.iterate.survey.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/** A POST to the relay that ends in time. */
@Singleton
class RelayCall {

    private static final Logger LOG = Logger.getLogger(RelayCall.class);

    private final RelayConfig config;
    private final ObjectMapper json;
    private final JsonWebToken caller;
    private final HttpClient http;

    RelayCall(RelayConfig config, ObjectMapper json, JsonWebToken caller) {
        this.config = config;
        this.json = json;
        this.caller = caller;
        this.http = HttpClient.newBuilder()
                .connectTimeout(config.timeOut())
                .followRedirects(HttpClient.Redirect.NEVER)
                // HTTP/2 would begin with an upgrade that servers behind plain HTTP do not expect.
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** Blocks. Empty for everything but a 200 that can be read. */
    <T> Optional<T> post(String path, Object body, Class<T> answer, Duration timeOut) {
        CompletableFuture<HttpResponse<String>> call =
                http.sendAsync(request(path, body), HttpResponse.BodyHandlers.ofString());
        try {
            HttpResponse<String> response = call.get(timeOut.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() == 200) {
                return Optional.of(json.readValue(response.body(), answer));
            }
            LOG.warnf("The relay refuses: path=%s status=%d", path, response.statusCode());
        } catch (TimeoutException late) {
            call.cancel(true);
            LOG.warnf("The relay does not answer in time: path=%s timeOut=%s", path, timeOut);
        } catch (ExecutionException away) {
            LOG.warnf("The relay cannot be reached: path=%s cause=%s", path, away.getCause());
        } catch (JsonProcessingException unreadable) {
            LOG.warnf("The relay's answer cannot be read: path=%s", path);
        } catch (InterruptedException stopping) {
            call.cancel(true);
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private HttpRequest request(String path, Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(config.url().resolve(path))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json");
        // The relay decides itself what this member may know.
        Optional.ofNullable(caller.getRawToken())
                .ifPresent(session -> request.header("Authorization", "Bearer " + session));
        try {
            return request.POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                    .build();
        } catch (JsonProcessingException ourOwnRecord) {
            throw new IllegalStateException(ourOwnRecord);
        }
    }
}
