package com.iterate.webkit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses what another site makes a signed-in browser send: an unsafe request that rides on the cookie must carry our own
 * {@code Origin}. Covers forms and JSON alike, needs no hidden field and no script, and stands beside SameSite=Lax.
 */
// Not a singleton: filters are made while the application is being initialised, when no configuration is to be had.
@ApplicationScoped
class OriginCheck {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final String ours;

    OriginCheck(WebKitConfig config) {
        this.ours = origin(config.publicUrl());
    }

    @ServerRequestFilter(preMatching = true)
    public void check(ContainerRequestContext request) {
        Optional<String> origin = Optional.ofNullable(request.getHeaderString("Origin"));
        if (!SAFE.contains(request.getMethod()) && isForeign(request, origin)) {
            throw new Problem(
                    403,
                    "foreign-origin",
                    "Sent from another site",
                    "A request with a session cookie must come from a page of " + ours
                            + ". Open that address and try again; programs send Authorization: Bearer instead.");
        }
    }

    private boolean isForeign(ContainerRequestContext request, Optional<String> origin) {
        if (ridesOnTheCookie(request)) {
            return origin.filter(ours::equals).isEmpty();
        }
        // Nobody may be signed in by a foreign page as somebody else; there is no cookie yet that would show it.
        return signsIn(request)
                && origin.isPresent()
                && origin.filter(ours::equals).isEmpty();
    }

    private static boolean ridesOnTheCookie(ContainerRequestContext request) {
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        return request.getCookies().containsKey(SessionClaims.COOKIE)
                && (authorization == null || !authorization.startsWith("Bearer "));
    }

    private static boolean signsIn(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        return path.endsWith("/sign-in") || path.endsWith("/api/session");
    }

    /** As browsers write it: lower case, no default port, no path. */
    static String origin(URI url) {
        String scheme = url.getScheme();
        int port = url.getPort();
        boolean usual = port == -1 || (scheme.equals("https") && port == 443) || (scheme.equals("http") && port == 80);
        return (scheme + "://" + url.getHost() + (usual ? "" : ":" + port)).toLowerCase(Locale.ROOT);
    }
}
