package com.iterate.webkit;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.smallrye.jwt.runtime.auth.JWTAuthMechanism;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.Set;

/**
 * The session: cookie first, bearer token as well. A stale cookie is an anonymous visitor, so that the sign-in page and
 * the public pages stay open; a bad bearer token is refused everywhere, because a program must learn of it.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class SessionMechanism implements HttpAuthenticationMechanism {

    private final JWTAuthMechanism jwt;

    SessionMechanism(JWTAuthMechanism jwt) {
        this.jwt = jwt;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext routing, IdentityProviderManager identities) {
        Uni<SecurityIdentity> identity = jwt.authenticate(routing, identities);
        // The delegate registers itself as the one to challenge; its challenge knows no sign-in page.
        routing.put(HttpAuthenticationMechanism.class.getName(), this);
        return routing.request().getHeader(HttpHeaders.AUTHORIZATION) == null
                ? identity.onFailure(AuthenticationFailedException.class).recoverWithNull()
                : identity;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (request.getHeader("HX-Request") != null) {
            String page = NextPath.safe(NextPath.ofUrl(Optional.ofNullable(request.getHeader("HX-Current-URL"))));
            return challenge(401, "HX-Redirect", NextPath.signIn(page));
        }
        // Only a page can be opened again after signing in; the target of a form cannot.
        if (request.method() == HttpMethod.GET && ProblemResponses.wantsPage(request)) {
            return challenge(302, HttpHeaders.LOCATION, NextPath.signIn(request.uri()));
        }
        return challenge(401, HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return jwt.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext routing) {
        return jwt.getCredentialTransport(routing);
    }

    private static Uni<ChallengeData> challenge(int status, String header, String value) {
        return Uni.createFrom().item(new ChallengeData(status, header, value));
    }
}
