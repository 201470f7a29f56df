package com.iterate.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/** A broker in this JVM with two doors: an open one for whoever is not a service, and one that wants TLS and a password. */
final class GuardedKafka implements KafkaServer {

    private static final String LISTENER = "SASL_SSL";
    private static final String ACCOUNT = "service";

    /** With what has to be quoted somewhere on its way. */
    private static final String PASSWORD = "it's \"guarded\"; \\ ü";

    /** The fewest that Kafka allows; what they would protect is a folder of a test. */
    private static final int ITERATIONS = 4096;

    /** A broker that has just started answers within a second; a busy machine is given a minute. */
    private static final int SECONDS = 60;

    private final int port = FreePort.find();
    private final SelfSigned certificate;
    private final Path keyAndCertificate;
    private final Path passwordFile;
    private final EmbeddedKafka broker;

    GuardedKafka(Path directory, Path secrets) {
        certificate = SelfSigned.in(secrets);
        passwordFile = write(secrets.resolve("kafka-password"), PASSWORD + "\n");
        keyAndCertificate =
                write(secrets.resolve("broker.pem"), read(certificate.key()) + read(certificate.certificate()));
        broker = new EmbeddedKafka(directory, this::addDoor);
        makeAccount();
    }

    private void addDoor(Properties settings) {
        settings.merge("listeners", LISTENER + "://localhost:" + port, GuardedKafka::joined);
        settings.merge("listener.security.protocol.map", LISTENER + ":" + LISTENER, GuardedKafka::joined);
        settings.put("ssl.keystore.type", "PEM");
        settings.put("ssl.keystore.location", keyAndCertificate.toString());
        settings.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
        settings.put(
                "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    }

    private static Object joined(Object there, Object added) {
        return there + "," + added;
    }

    private void makeAccount() {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                            ACCOUNT, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS), PASSWORD)))
                    .all()
                    .get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka did not take the account", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the account was made", e);
        }
    }

    @Override
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                "localhost:" + port,
                "KAFKA_SECURITY_PROTOCOL",
                "SASL_SSL",
                "KAFKA_USERNAME",
                ACCOUNT,
                "KAFKA_PASSWORD_FILE",
                passwordFile.toString(),
                "KAFKA_CA_FILE",
                certificate.certificate().toString());
    }

    @Override
    public void stop() {
        broker.stop();
    }

    @Override
    public void start() {
        broker.start();
    }

    @Override
    public void close() {
        broker.close();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(Path file, String content) {
        try {
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
