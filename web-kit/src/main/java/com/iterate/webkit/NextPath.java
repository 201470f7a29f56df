package com.iterate.webkit;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where to go after signing in: a path of ours, never another host. */
public final class NextPath {

    private static final String START = "/";

    private NextPath() {}

    /** The path if it stays on this origin, else the start page. */
    public static String safe(Optional<String> candidate) {
        return candidate.filter(NextPath::staysHere).orElse(START);
    }

    /** The sign-in page that leads back to this path. */
    public static String signIn(String next) {
        return "/sign-in?next=" + encoded(next);
    }

    static String renewal(String next) {
        return "/sign-in/renewal?next=" + encoded(next);
    }

    /** Path and query of a full address, as htmx tells the page that it is on. */
    static Optional<String> ofUrl(Optional<String> url) {
        try {
            return url.map(URI::create)
                    .map(uri -> uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** Browsers read a backslash as a slash and drop tabs and line breaks, so that "/\t/host" would leave. */
    private static boolean staysHere(String candidate) {
        return candidate.startsWith("/")
                && !candidate.startsWith("//")
                && candidate.indexOf('\\') < 0
                && candidate.codePoints().noneMatch(Character::isISOControl);
    }

    private static String encoded(String next) {
        return URLEncoder.encode(next, StandardCharsets.UTF_8);
    }
}
