package com.iterate.relay.braze;

import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where a company's answers and key may be sent: the endpoint is user input, checked when saved and again when used. */
final class AllowedOrigins {

    private static final Pattern BRAZES_HOST =
            Pattern.compile("rest\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?\\.braze\\.(com|eu)");
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private final Set<Endpoint> listed;

    /** @throws IllegalArgumentException if one is no origin: better no start than an origin that never matches */
    AllowedOrigins(Collection<URI> listed) {
        this.listed = listed.stream()
                .map(origin -> parse(origin, Endpoint.Origin.LISTED)
                        .orElseThrow(() -> new IllegalArgumentException("BRAZE_ALLOWED_ORIGINS: " + origin
                                + " is no origin; write scheme, host and port, such as http://localhost:8090")))
                .collect(Collectors.toUnmodifiableSet());
    }

    Optional<Endpoint> endpoint(URI address) {
        Optional<Endpoint> asListed = parse(address, Endpoint.Origin.LISTED).filter(listed::contains);
        return asListed.or(() -> parse(address, Endpoint.Origin.BRAZE).filter(AllowedOrigins::isBrazes));
    }

    private static boolean isBrazes(Endpoint endpoint) {
        return endpoint.scheme() == Endpoint.Scheme.HTTPS
                && endpoint.port() == HTTPS_PORT
                && BRAZES_HOST.matcher(endpoint.host()).matches();
    }

    private static Optional<Endpoint> parse(URI address, Endpoint.Origin origin) {
        boolean bare = (address.getRawPath() == null
                        || address.getRawPath().isEmpty()
                        || address.getRawPath().equals("/"))
                && address.getRawQuery() == null
                && address.getRawFragment() == null
                && address.getRawUserInfo() == null;
        if (!bare || address.getHost() == null || address.getScheme() == null) {
            return Optional.empty();
        }
        String host = address.getHost().toLowerCase(Locale.ROOT);
        int port = address.getPort();
        return switch (address.getScheme().toLowerCase(Locale.ROOT)) {
            case "https" ->
                Optional.of(new Endpoint(Endpoint.Scheme.HTTPS, host, port < 0 ? HTTPS_PORT : port, origin));
            case "http" -> Optional.of(new Endpoint(Endpoint.Scheme.HTTP, host, port < 0 ? HTTP_PORT : port, origin));
            default -> Optional.empty();
        };
    }
}
