package com.iterate.settings.sessions;

import com.iterate.settings.members.Members;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The moment at which a removal takes effect: who is no member any more gets no further session. */
@Singleton
class SessionRenewal {

    private final Members members;
    private final SessionTokens tokens;

    SessionRenewal(Members members, SessionTokens tokens) {
        this.members = members;
        this.tokens = tokens;
    }

    Optional<SessionToken> renew(JsonWebToken session) {
        Instant signedInAt = Instant.ofEpochSecond(
                Long.parseLong(session.claim(Claims.auth_time).orElse(0L).toString()));
        return members.withId(UUID.fromString(session.getSubject()))
                .flatMap(account -> tokens.next(account, signedInAt));
    }
}
