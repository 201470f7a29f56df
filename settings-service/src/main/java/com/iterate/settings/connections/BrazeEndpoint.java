package com.iterate.settings.connections;

/**
 * Where a company's Braze workspace is reached. Made by {@link EndpointRules} only, or read from what they let pass.
 *
 * @param origin scheme, host and port, lower case, without a trailing slash: Braze answers 403 to {@code //users/track}
 */
public record BrazeEndpoint(String origin) {

    @Override
    public String toString() {
        return origin;
    }
}
