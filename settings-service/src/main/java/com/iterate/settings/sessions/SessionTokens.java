package com.iterate.settings.sessions;

import com.iterate.settings.members.Account;
import com.iterate.webkit.SessionClaims;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;

/** Signs sessions: a quarter of an hour each, in a row of twelve hours at most. */
@Singleton
class SessionTokens {

    private final SessionKeys keys;
    private final Clock clock;
    private final Duration life;
    private final Duration longest;

    SessionTokens(SessionKeys keys, SessionsConfig config, Clock clock) {
        this.keys = keys;
        this.clock = clock;
        this.life = config.life();
        this.longest = config.longest();
    }

    SessionToken first(Account account) {
        return token(account, clock.instant());
    }

    /** The next one in the row; empty when the row has lasted as long as it may. */
    Optional<SessionToken> next(Account account, Instant signedInAt) {
        return clock.instant().isBefore(signedInAt.plus(longest))
                ? Optional.of(token(account, signedInAt))
                : Optional.empty();
    }

    private SessionToken token(Account account, Instant signedInAt) {
        Instant now = clock.instant();
        Instant end = signedInAt.plus(longest);
        boolean last = !end.isAfter(now.plus(life));
        Instant expiry = last ? end : now.plus(life);
        JwtClaimsBuilder claims = Jwt.claims()
                .issuer("settings-service")
                .audience("iterate")
                .subject(account.id().toString())
                .upn(account.member().email())
                .groups(Set.of(account.member().role().wireName()))
                .issuedAt(now)
                .expiresAt(expiry)
                .claim(Claims.auth_time, signedInAt.getEpochSecond());
        account.member().company().ifPresent(company -> claims.claim(SessionClaims.COMPANY, company));
        // Without this claim no page asks for a renewal: it could give no later end, and the browser would go round in
        // circles.
        if (!last) {
            claims.claim(SessionClaims.RENEW_AFTER, now.plus(life.dividedBy(2)).getEpochSecond());
        }
        String signed = claims.jws()
                .algorithm(SignatureAlgorithm.ES256)
                .keyId(keys.signingKeyId())
                .sign(keys.signingKey());
        return new SessionToken(signed, expiry);
    }
}
