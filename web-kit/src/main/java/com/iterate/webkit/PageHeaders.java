package com.iterate.webkit;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What a browser may do with our pages: run our own files, and nothing else. */
@Singleton
class PageHeaders {

    private final Page page;

    PageHeaders(Page page) {
        this.page = page;
    }

    @ServerResponseFilter
    public void add(ContainerResponseContext response) {
        // On everything: whether a template becomes a page is not known yet, and no other format minds.
        response.getHeaders().putSingle("Content-Security-Policy", policy(page.getNonce()));
        // Pages and API answers belong to who asked; only static files, served elsewhere, may be kept.
        if (!response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    private static String policy(String nonce) {
        return "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-" + nonce + "'; img-src 'self';"
                + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }
}
