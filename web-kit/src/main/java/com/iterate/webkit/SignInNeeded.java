package com.iterate.webkit;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Sends the challenge of the mechanism in charge together with a problem body, which Quarkus leaves empty. */
@Singleton
class SignInNeeded {

    private final ProblemResponses responses;

    SignInNeeded(ProblemResponses responses) {
        this.responses = responses;
    }

    @ServerExceptionMapper(priority = 1)
    Uni<Response> anonymous(UnauthorizedException refused, RoutingContext routing) {
        return challenge(routing);
    }

    @ServerExceptionMapper(priority = 1)
    Uni<Response> badToken(AuthenticationFailedException refused, RoutingContext routing) {
        return challenge(routing);
    }

    private Uni<Response> challenge(RoutingContext routing) {
        HttpAuthenticator authenticator = routing.get(HttpAuthenticator.class.getName());
        return authenticator.getChallenge(routing).map(challenge -> answer(challenge, routing));
    }

    private Response answer(ChallengeData challenge, RoutingContext routing) {
        Response.ResponseBuilder response = challenge.status == 401
                ? responses.builder(StatusProblem.of(401), routing.request())
                : Response.status(challenge.status);
        // For a bad token Quarkus has written the challenge itself before it asks us.
        challenge.getHeaders().forEach((name, value) -> {
            if (!routing.response().headers().contains(name)) {
                response.header(name.toString(), value);
            }
        });
        return response.build();
    }
}
