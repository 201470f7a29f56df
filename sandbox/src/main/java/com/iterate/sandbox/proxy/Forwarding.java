package com.iterate.sandbox.proxy;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.net.HostAndPort;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Optional;

/** Tells the service who asked. Sets the headers, never adds to them: a client could have forged what is there. */
final class Forwarding implements ProxyInterceptor {

    private static final int HTTP = 80;

    private final HostAndPort publicAuthority;

    Forwarding(HostAndPort publicAuthority) {
        this.publicAuthority = publicAuthority;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        var client = context.request().proxiedRequest();
        MultiMap headers = context.request().headers();
        headers.remove("Forwarded").remove("X-Forwarded-Prefix");
        HostAndPort host = Optional.ofNullable(client.authority()).orElse(publicAuthority);
        // A service builds its redirects from the Host that the browser sees.
        context.request().setAuthority(host);
        headers.set("X-Forwarded-For", client.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", client.scheme());
        headers.set("X-Forwarded-Host", host.toString());
        // Without it Quarkus takes the scheme's own port, and a redirect leads to nowhere.
        headers.set("X-Forwarded-Port", Integer.toString(host.port() > 0 ? host.port() : HTTP));
        return context.sendRequest();
    }
}
