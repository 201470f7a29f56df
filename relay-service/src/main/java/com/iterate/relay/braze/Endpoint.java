package com.iterate.relay.braze;

/**
 * Where requests of a company go; only {@link AllowedOrigins} makes one.
 *
 * @param origin why this host may be called
 */
record Endpoint(Scheme scheme, String host, int port, Origin origin) {

    enum Scheme {
        HTTPS,
        HTTP
    }

    enum Origin {
        /** One of Braze's hosts, entered by a company: it must lead to a public address. */
        BRAZE,
        /** Listed by the operator, who may mean a private address. */
        LISTED
    }
}
