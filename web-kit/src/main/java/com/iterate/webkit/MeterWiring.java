package com.iterate.webkit;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Filters of meters as beans, which is how Quarkus finds them. */
final class MeterWiring {

    @Produces
    @Singleton
    MeterFilter refusedAddresses() {
        return new RefusedAddresses();
    }
}
