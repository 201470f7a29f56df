package com.iterate.startup.access;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** The one place from which channels and plain clients alike learn the way to Kafka: what Quarkus has a bean of this name for. */
@Singleton
class KafkaWiring {

    @Produces
    @Singleton
    @Identifier("default-kafka-broker")
    Map<String, Object> access(Config config) {
        return KafkaAccess.of(config).properties();
    }
}
