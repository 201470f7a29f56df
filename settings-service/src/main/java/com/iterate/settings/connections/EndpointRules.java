package com.iterate.settings.connections;

import com.iterate.webkit.RequestBody;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a marketer may enter as Braze's address, so that nobody makes our servers call their own network. */
@Singleton
public class EndpointRules {

    private static final String FIELD = "endpoint";
    private static final int LONGEST = 300;
    private static final Pattern BRAZE_HOST = Pattern.compile("rest\\.[a-z0-9-]{1,63}\\.braze\\.(com|eu)");

    private final Set<String> allowedOrigins;
    private final Lookup lookup;

    @Inject
    EndpointRules(ConnectionsConfig config) {
        this(config.allowedOrigins().orElse(Set.of()), InetAddress::getAllByName);
    }

    EndpointRules(Set<String> allowedOrigins, Lookup lookup) {
        this.allowedOrigins = allowedOrigins.stream()
                .filter(listed -> !listed.isBlank())
                .map(EndpointRules::listedOrigin)
                .collect(Collectors.toSet());
        this.lookup = lookup;
    }

    /** The addresses of a host. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /** @throws com.iterate.webkit.Problem 422 with the rule that is broken */
    public BrazeEndpoint check(@Nullable String candidate) {
        URI uri = parse(RequestBody.text(FIELD, candidate, LONGEST).strip());
        String host = uri.getHost();
        if (host == null || uri.getScheme() == null) {
            throw RequestBody.invalid(FIELD, "must be an address such as https://rest.iad-01.braze.com");
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null || hasPath(uri)) {
            throw RequestBody.invalid(
                    FIELD, "must be the bare address, with nothing after the host: https://rest.iad-01.braze.com");
        }
        BrazeEndpoint endpoint = new BrazeEndpoint(origin(uri));
        if (!allowedOrigins.contains(endpoint.origin())) {
            requireBraze(uri, host.toLowerCase(Locale.ROOT));
        }
        return endpoint;
    }

    private void requireBraze(URI uri, String host) {
        if (!uri.getScheme().equalsIgnoreCase("https")) {
            throw RequestBody.invalid(FIELD, "must begin with https://");
        }
        if (!BRAZE_HOST.matcher(host).matches() || (uri.getPort() != -1 && uri.getPort() != 443)) {
            throw RequestBody.invalid(
                    FIELD,
                    "must be a Braze REST endpoint (rest.….braze.com or rest.….braze.eu, not the SDK endpoint or the dashboard);"
                            + " Braze shows yours under Settings > APIs and Identifiers. The operator can allow others with BRAZE_ALLOWED_ORIGINS");
        }
        requirePublic(host);
    }

    private void requirePublic(String host) {
        try {
            if (Stream.of(lookup.of(host)).anyMatch(PrivateAddress::matches)) {
                throw RequestBody.invalid(FIELD, "leads into a private network, where Braze is not");
            }
        } catch (UnknownHostException notNow) {
            // Not a rule broken: a name server's bad hour must not stop a key from being saved, and the test tells the
            // truth.
            return;
        }
    }

    private static URI parse(String candidate) {
        try {
            return new URI(candidate);
        } catch (URISyntaxException notAnAddress) {
            throw RequestBody.invalid(FIELD, "must be an address such as https://rest.iad-01.braze.com");
        }
    }

    private static boolean hasPath(URI uri) {
        String path = uri.getRawPath();
        return path != null && !path.isEmpty() && !path.equals("/");
    }

    private static String listedOrigin(String listed) {
        try {
            URI uri = new URI(listed.strip());
            if (uri.getScheme() == null || uri.getHost() == null) {
                throw new IllegalArgumentException(
                        "BRAZE_ALLOWED_ORIGINS holds " + listed + ", which is no origin such as http://braze:8090");
            }
            return origin(uri);
        } catch (URISyntaxException broken) {
            throw new IllegalArgumentException(
                    "BRAZE_ALLOWED_ORIGINS holds " + listed + ", which is no origin such as http://braze:8090", broken);
        }
    }

    /** One spelling for one origin: lower case, no default port, no trailing slash. */
    private static String origin(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int port = uri.getPort();
        boolean usual = port == -1 || (scheme.equals("https") && port == 443) || (scheme.equals("http") && port == 80);
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (usual ? "" : ":" + port);
    }
}
