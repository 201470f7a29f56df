package com.iterate.relay.tracing;

import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Hands the plain classes the tracer, which does nothing unless an endpoint is configured. */
final class TracingWiring {

    @Produces
    @Singleton
    Traces traces(OpenTelemetry openTelemetry) {
        return new Traces(openTelemetry.getTracer("com.iterate.relay"));
    }
}
