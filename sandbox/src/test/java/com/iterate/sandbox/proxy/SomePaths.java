package com.iterate.sandbox.proxy;

import java.util.stream.Stream;

/** Of every service, between them, and beside them: wherever paths lead, these have to lead to the same. */
final class SomePaths {

    private SomePaths() {}

    static Stream<String> all() {
        return Stream.of(
                "/",
                "/s/abc",
                "/api/surveys/1/responses",
                "/settings",
                "/settings/braze",
                "/settingsx",
                "/sign-in",
                "/sign-in/renewal",
                "/sign-out",
                "/api/session",
                "/api/session/renewal",
                "/api/companies/acme/braze",
                "/.well-known/jwks.json",
                "/delivery",
                "/delivery/dead-letters",
                "/api/lanes",
                "/api/lanesx",
                "/api/dead-letters/search",
                "/api/deliveries",
                "/api/audit",
                "/api/erasures",
                "/kit/site.css",
                "/respond/respond.js",
                "/internal",
                "/internal/companies/acme/braze",
                "/internalx",
                "/q",
                "/q/metrics",
                "/questions");
    }
}
