package com.iterate.startup.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.startup.StartCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaNeedsTest {

    private static final StartCheck CHECK =
            new StartCheck("house", List.of(), List.of(), Set.of(), List.of()).and(KafkaNeeds.ALL);

    @TempDir
    Path folder;

    private final Map<String, String> set = new HashMap<>(Map.of("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092"));

    @Test
    void the_defaults_and_all_of_it_are_both_right() throws IOException {
        assertThat(said()).isEqualTo("it starts");

        set.put("KAFKA_SECURITY_PROTOCOL", "SASL_SSL");
        set.put("KAFKA_USERNAME", "relay");
        set.put("KAFKA_PASSWORD_FILE", file());
        set.put("KAFKA_CA_FILE", file());
        assertThat(said()).isEqualTo("it starts");
    }

    @Test
    void where_kafka_is_has_to_be_said() {
        set.put("KAFKA_BOOTSTRAP_SERVERS", "");

        assertThat(said()).startsWith("house cannot start: set KAFKA_BOOTSTRAP_SERVERS (where Kafka is");
    }

    @Test
    void a_protocol_that_signs_in_needs_a_name_and_a_password() throws IOException {
        set.put("KAFKA_SECURITY_PROTOCOL", "SASL_SSL");
        assertThat(said())
                .isEqualTo("house cannot start: KAFKA_SECURITY_PROTOCOL (SASL_SSL) needs KAFKA_USERNAME and"
                        + " KAFKA_PASSWORD_FILE.");

        set.put("KAFKA_PASSWORD_FILE", file());
        assertThat(said()).isEqualTo("house cannot start: KAFKA_SECURITY_PROTOCOL (SASL_SSL) needs KAFKA_USERNAME.");
    }

    @Test
    void an_account_that_nobody_uses_and_an_authority_of_nothing_are_half_a_configuration() throws IOException {
        set.put("KAFKA_USERNAME", "relay");
        set.put("KAFKA_CA_FILE", file());

        assertThat(said())
                .contains(
                        "KAFKA_USERNAME is set and nobody signs in with KAFKA_SECURITY_PROTOCOL (PLAINTEXT)",
                        "KAFKA_CA_FILE is set and nothing is encrypted with KAFKA_SECURITY_PROTOCOL (PLAINTEXT)");
    }

    @Test
    void words_that_kafka_does_not_know_are_named() {
        set.put("KAFKA_SECURITY_PROTOCOL", "TLS");
        set.put("KAFKA_SASL_MECHANISM", "SCRAM");

        assertThat(said())
                .contains(
                        "KAFKA_SECURITY_PROTOCOL must be PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL, not TLS",
                        "KAFKA_SASL_MECHANISM must be SCRAM-SHA-512, SCRAM-SHA-256 or PLAIN, not SCRAM");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        set.put("KAFKA_SECURITY_PROTOCOL", "SSL");
        set.put("KAFKA_CA_FILE", "/gone");

        assertThat(said()).contains("KAFKA_CA_FILE names /gone, which cannot be read; it must be PEM");
    }

    private String said() {
        return CHECK.sentence(set).orElse("it starts");
    }

    private String file() throws IOException {
        return Files.writeString(folder.resolve("file"), "x").toString();
    }
}
