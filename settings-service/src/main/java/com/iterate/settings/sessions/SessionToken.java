package com.iterate.settings.sessions;

import java.time.Instant;

/** A signed session, as a cookie or a bearer token. */
record SessionToken(String value, Instant expiresAt) {

    /** Who holds the value is signed in, so it stays out of logs. */
    @Override
    public String toString() {
        return "SessionToken[until " + expiresAt + "]";
    }
}
