package com.iterate.settings.sessions;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;

/** Where an attempt comes from, as our proxy says. */
final class ClientAddress {

    /** For what a proxy wrote that is no address: one allowance for all of them, rather than none. */
    private static final String UNKNOWN = "unknown";

    private ClientAddress() {}

    static String of(HttpServerRequest request) {
        SocketAddress address = request.remoteAddress();
        String host = address == null ? null : address.hostAddress();
        return host == null ? UNKNOWN : host;
    }
}
