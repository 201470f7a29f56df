package com.iterate.webkit;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Leads a page visit with an ageing session through its renewal, so that a session lives while it is used, without JavaScript too. */
@Singleton
class RenewalRedirect {

    private final SecurityIdentity identity;

    RenewalRedirect(SecurityIdentity identity) {
        this.identity = identity;
    }

    @ServerRequestFilter
    public @Nullable Response renew(HttpServerRequest request) {
        return isPageVisit(request) && isDue()
                ? Response.seeOther(URI.create(NextPath.renewal(request.uri()))).build()
                : null;
    }

    private boolean isDue() {
        Optional<Instant> renewAfter = identity.getPrincipal() instanceof JsonWebToken token
                ? SessionClaims.renewAfter(token)
                : Optional.empty();
        return renewAfter.filter(Instant.now()::isAfter).isPresent();
    }

    private static boolean isPageVisit(HttpServerRequest request) {
        return request.method() == HttpMethod.GET
                && request.getHeader("HX-Request") == null
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && !request.path().startsWith("/sign-in")
                && ProblemResponses.wantsPage(request);
    }
}
