package com.iterate.backing;

import java.util.Map;
import org.testcontainers.kafka.KafkaContainer;

/**
 * The broker that production runs, in a container. At a second start the published image finds its folder formatted and goes
 * on; an image that is made by hand has to do so as well.
 */
final class ContainerKafka implements KafkaServer {

    /** Where the image listens for clients from outside. */
    private static final int LISTENER = 9092;

    private final KafkaContainer container = FixedPort.publish(
            new KafkaContainer("apache/kafka-native:4.1.2").withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"),
            LISTENER);

    ContainerKafka() {
        container.start();
    }

    @Override
    public String bootstrapServers() {
        return container.getBootstrapServers();
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers());
    }

    @Override
    public void stop() {
        FixedPort.stop(container);
    }

    @Override
    public void start() {
        FixedPort.start(container);
        Answering.await(bootstrapServers());
    }

    @Override
    public void close() {
        container.close();
    }
}
