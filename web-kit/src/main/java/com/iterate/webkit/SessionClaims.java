package com.iterate.webkit;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The claims of a session token beyond the registered ones, and how to read them. */
public final class SessionClaims {

    public static final String COOKIE = "session";
    public static final String COMPANY = "company";

    /** Epoch second from which a page leads its visitor through the renewal; absent when the session cannot be renewed any more. */
    public static final String RENEW_AFTER = "renew_after";

    private SessionClaims() {}

    static Optional<Member> member(JsonWebToken token) {
        Optional<Role> role = token.getGroups().stream()
                .flatMap(group -> Role.ofWireName(group).stream())
                .findFirst();
        Optional<String> company = token.<Object>claim(COMPANY).map(Object::toString);
        return role.filter(known -> company.isPresent() != (known == Role.OPERATOR))
                .map(known -> new Member(token.getName(), known, company));
    }

    static Optional<Instant> renewAfter(JsonWebToken token) {
        return token.<Object>claim(RENEW_AFTER).map(second -> Instant.ofEpochSecond(Long.parseLong(second.toString())));
    }
}
