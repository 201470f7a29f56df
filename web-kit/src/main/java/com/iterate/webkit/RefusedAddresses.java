package com.iterate.webkit;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.Optional;
import java.util.Set;

/**
 * A request that is refused before a resource is found (a foreign origin, a method that nobody answers) is measured under the very
 * address that the stranger wrote: a series for each, and a token or an id in its name. They become one.
 */
final class RefusedAddresses implements MeterFilter {

    private static final String REQUESTS = "http.server.requests";
    private static final String ADDRESS = "uri";
    private static final String REFUSED = "REFUSED";

    /** Malformed, too large or too long, of no known type, too many: these come before resources as well. */
    private static final Set<String> STATUSES =
            Set.of("400", "401", "403", "405", "406", "413", "414", "415", "429", "431");

    @Override
    public Meter.Id map(Meter.Id id) {
        boolean refused = id.getName().equals(REQUESTS)
                && tag(id, "status").filter(STATUSES::contains).isPresent()
                && tag(id, ADDRESS).filter(address -> !address.contains("{")).isPresent();
        return refused ? id.replaceTags(Tags.concat(id.getTagsAsIterable(), ADDRESS, REFUSED)) : id;
    }

    private static Optional<String> tag(Meter.Id id, String name) {
        return Optional.ofNullable(id.getTag(name));
    }
}
