package com.iterate.settings.credentials;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where there is a TLS port, {@code /internal} is answered there and nowhere else, and nothing else is answered there. */
@Singleton
class InternalDoor {

    /** Before anything looks at who asks. */
    private static final int FIRST = 1000;

    private final Optional<String> certificate;

    InternalDoor(@ConfigProperty(name = InternalTls.CERTIFICATE) Optional<String> certificate) {
        this.certificate = certificate;
    }

    void stand(@Observes Filters filters) {
        if (certificate.isPresent()) {
            filters.register(InternalDoor::letThrough, FIRST);
        }
    }

    private static void letThrough(RoutingContext routing) {
        // The connection's own word: the request's would be what a proxy says of its visitor.
        if (routing.request().connection().isSsl() == isInternal(routing.normalizedPath())) {
            routing.next();
            return;
        }
        routing.response()
                .setStatusCode(404)
                .putHeader("Content-Type", "application/problem+json")
                .end(new JsonObject()
                        .put("type", "not-found")
                        .put("title", "Not found")
                        .put("status", 404)
                        .put("detail", "There is nothing at this address of this port. Check address and port.")
                        .encode());
    }

    /** However it is spelt: parameters of a segment and empty segments are nothing to the resources behind. */
    static boolean isInternal(String path) {
        String plain = path.replaceAll(";[^/]*", "").replaceAll("/{2,}", "/");
        return plain.equals("/internal") || plain.startsWith("/internal/");
    }
}
