package com.iterate.backing;

import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.common.Uuid;

/** A broker in this JVM: starts in two seconds, needs no Docker. */
final class EmbeddedKafka implements KafkaServer {

    /** Always the same: a folder that was kept refuses a broker of another cluster. */
    private static final String CLUSTER = new Uuid(1, 1).toString();

    private final int port = FreePort.find();
    private final int controllerPort = FreePort.findOtherThan(port);
    private final Path directory;
    private final Consumer<Properties> besides;
    private EmbeddedKafkaBroker broker;

    EmbeddedKafka(Path directory) {
        this(directory, settings -> {});
    }

    /** @param besides changes the broker's settings before each start */
    EmbeddedKafka(Path directory, Consumer<Properties> besides) {
        this.directory = directory;
        this.besides = besides;
        this.broker = started();
    }

    @Override
    public String bootstrapServers() {
        return "localhost:" + port;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers());
    }

    @Override
    public synchronized void stop() {
        broker.close();
    }

    @Override
    public synchronized void start() {
        if (!broker.isRunning()) {
            broker = started();
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** Always a new object: a broker that was closed has forgotten its ports. */
    private EmbeddedKafkaBroker started() {
        return new EmbeddedKafkaBroker()
                .withKafkaPort(port)
                .withControllerPort(controllerPort)
                .withClusterId(CLUSTER)
                .withDeleteLogDirsOnClose(false)
                .withAdditionalProperties(settings -> {
                    settings.put("log.dir", directory.toString());
                    // A misspelt topic must fail, as on a cluster that somebody cares for.
                    settings.put("auto.create.topics.enable", "false");
                    besides.accept(settings);
                })
                .start();
    }
}
