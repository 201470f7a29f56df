package com.iterate.settings.credentials;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;

/** Knows the relay by the token that it signs for each call. Only for paths below {@code /internal/}. */
@Alternative
@Priority(1)
@ApplicationScoped
class RelayMechanism implements HttpAuthenticationMechanism {

    static final String ROLE = "relay";

    private static final String BEARER = "Bearer ";

    private final JWTParser parser;
    private final Asked asked;

    RelayMechanism(CredentialsConfig config, Asked asked) {
        this.asked = asked;
        JWTAuthContextInfo relay = new JWTAuthContextInfo();
        relay.setPublicKeyLocation(config.relayPublicKeysFile().toUri().toString());
        relay.setIssuedBy("relay-service");
        relay.setExpectedAudience(Set.of("settings-service"));
        relay.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256));
        relay.setMaxTimeToLiveSecs(config.longestLife().toSeconds());
        relay.setClockSkew((int) config.clockSkew().toSeconds());
        this.parser = new DefaultJWTParser(relay);
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext routing, IdentityProviderManager identities) {
        if (!routing.normalizedPath().startsWith("/internal/")) {
            return Uni.createFrom().nullItem();
        }
        String authorization = routing.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !authorization.startsWith(BEARER)) {
            asked.ended(Asked.Outcome.REFUSED);
            return Uni.createFrom().nullItem();
        }
        try {
            return Uni.createFrom()
                    .item(QuarkusSecurityIdentity.builder()
                            .setPrincipal(parser.parse(authorization.substring(BEARER.length())))
                            .addRole(ROLE)
                            .build());
        } catch (ParseException notTheRelay) {
            asked.ended(Asked.Outcome.REFUSED);
            return Uni.createFrom().failure(new AuthenticationFailedException(notTheRelay));
        }
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext routing) {
        return Uni.createFrom().item(new ChallengeData(401, HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext routing) {
        return Uni.createFrom()
                .item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "Bearer", ROLE));
    }
}
