package com.iterate.relay.braze;

import java.util.Optional;

/** Statuses that no answer of this company can pass until its connection changes, in words for the company's admin. */
final class Misconfiguration {

    private Misconfiguration() {}

    static Optional<String> of(int status) {
        return switch (status) {
            case 401 ->
                Optional.of("Braze does not know this API key on this cluster: the key is wrong or revoked, or the REST"
                        + " endpoint is another workspace's cluster");
            case 403 ->
                Optional.of(
                        "Braze denies access: the API key lacks the permission users.track, an IP allowlist excludes"
                                + " this relay, or the account is inactive");
            case 404 -> Optional.of("no Braze API answers at this REST endpoint: check its address");
            case 415 ->
                Optional.of("Braze refuses the content type: something between the relay and Braze changes requests");
            case 402, 405, 407, 410, 421, 451 ->
                Optional.of("the REST endpoint refuses all requests: check its address");
            default ->
                status >= 300 && status < 400
                        ? Optional.of("the REST endpoint redirects elsewhere, and redirects are not followed: enter"
                                + " Braze's REST endpoint, not a dashboard address")
                        : Optional.empty();
        };
    }
}
