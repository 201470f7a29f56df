package com.iterate.webkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.time.Duration;

/** A {@link Problem} as what the client asked for: a page for a browser, problem details for everybody else. */
@Singleton
class ProblemResponses {

    static final String PROBLEM_JSON = "application/problem+json";

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ObjectMapper json;

    ProblemResponses(ObjectMapper json) {
        this.json = json;
    }

    Response of(Problem problem, HttpServerRequest request) {
        return builder(problem, request).build();
    }

    ResponseBuilder builder(Problem problem, HttpServerRequest request) {
        ResponseBuilder response = Response.status(problem.status());
        // Whole seconds, rounded up: a client that comes back too early is refused again.
        problem.retryAfter()
                .map(wait -> wait.plus(SECOND).minusNanos(1).toSeconds())
                .ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, seconds));
        return wantsPage(request)
                ? response.type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                        .entity(new ProblemPage.problem(problem).render())
                : response.type(PROBLEM_JSON).entity(body(problem));
    }

    String body(Problem problem) {
        try {
            return json.writeValueAsString(problem.body());
        } catch (JsonProcessingException unwritableMember) {
            throw new IllegalStateException(
                    "a member of the problem " + problem.type() + " is not JSON", unwritableMember);
        }
    }

    /** Whether a person reads the answer. An API path answers with JSON even where a browser opens it. */
    static boolean wantsPage(HttpServerRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        String path = request.path();
        return accept != null
                && accept.contains(MediaType.TEXT_HTML)
                && (path == null || !(path.startsWith("/api/") || path.startsWith("/internal/")));
    }
}
