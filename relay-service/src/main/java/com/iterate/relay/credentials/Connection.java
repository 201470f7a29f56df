package com.iterate.relay.credentials;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A company's Braze connection as settings-service gave it. {@code toString} never shows the key.
 *
 * @param version     counts up with each change; an outcome counts only for the version that sent it
 * @param rate        of all relays together
 * @param deliverFrom answers submitted before it were discarded when the company switched workspaces
 */
public record Connection(
        String companyId, long version, URI endpoint, ApiKey apiKey, Rate rate, Optional<Instant> deliverFrom) {}
