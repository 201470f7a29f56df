package com.iterate.settings.sessions;

import com.iterate.webkit.SessionClaims;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import java.time.Clock;
import java.time.Duration;

/** The session in a browser: out of reach of scripts, never sent with another site's form. */
@Singleton
class SessionCookie {

    private final Clock clock;

    SessionCookie(Clock clock) {
        this.clock = clock;
    }

    NewCookie holding(SessionToken token) {
        return cookie(token.value(), Duration.between(clock.instant(), token.expiresAt()));
    }

    NewCookie none() {
        return cookie("", Duration.ZERO);
    }

    private static NewCookie cookie(String value, Duration life) {
        return new NewCookie.Builder(SessionClaims.COOKIE)
                .value(value)
                .path("/")
                .maxAge((int) life.toSeconds())
                .httpOnly(true)
                .secure(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
