package com.iterate.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelayStartTest {

    @TempDir
    Path folder;

    private final Map<String, String> given = new HashMap<>();

    @BeforeEach
    void everything() throws IOException {
        given.put("PUBLIC_URL", "https://surveys.example.com");
        given.put("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092");
        given.put("SETTINGS_SERVICE_URL", "https://settings:8081");
        given.put("DATABASE_URL", "jdbc:postgresql://postgres:5432/relay");
        given.put("DATABASE_USERNAME", "relay");
        given.put("DATABASE_PASSWORD", "secret");
        given.put(
                "RELAY_KEYS_FILE",
                Files.writeString(folder.resolve("keys.json"), "{}").toString());
        given.put(
                "ERASURE_KEYS_FILE",
                Files.writeString(folder.resolve("erasure-keys"), "").toString());
    }

    @Test
    void the_defaults_fit_together() {
        assertThat(RelayStart.CHECK.sentence(given)).isEmpty();
    }

    @Test
    void without_anything_one_sentence_names_all_that_is_needed() {
        assertThat(RelayStart.CHECK.sentence(Map.of()).orElse(""))
                .startsWith("relay-service cannot start: set PUBLIC_URL (")
                .contains("KAFKA_BOOTSTRAP_SERVERS (", "SETTINGS_SERVICE_URL (", "RELAY_KEYS_FILE (")
                .doesNotContain("BRAZE_ALLOWED_ORIGINS", "\n");
    }

    @Test
    void an_authority_for_internal_without_https_stops_the_start() throws IOException {
        given.put(
                "INTERNAL_CA_FILE",
                Files.writeString(folder.resolve("ca.crt"), "").toString());
        given.put("SETTINGS_INTERNAL_URL", "http://settings:8444");
        String open = RelayStart.CHECK.sentence(given).orElse("it starts");
        given.put("SETTINGS_INTERNAL_URL", "https://settings:8444");

        assertThat(open)
                .startsWith("relay-service cannot start: INTERNAL_CA_FILE is set and SETTINGS_INTERNAL_URL"
                        + " (http://settings:8444) is not https");
        assertThat(RelayStart.CHECK.sentence(given)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "relay.lanes.cap-records | 40000 | one company would fill the window before its lane is full",
                "relay.lane.linger | 50ms | relay.lane.linger is no setting (did you mean relay.lanes.linger?)",
                "relay.intake.window-record | 9 | relay.intake.window-record is no setting (did you mean relay.intake.window-records?)",
                "relay.intake.window-records | 0 | relay.intake.window-records must be more than zero",
                "relay.lanes.settle | -1s | relay.lanes.settle must be more than zero",
                "relay.lanes.settle | 25s | must be less than relay.intake.session-timeout (20s)",
                "relay.intake.heartbeat | 20s | the group would take a healthy relay for dead",
                "relay.braze.request-timeout | 20s | their partitions belong to another relay",
                "relay.lanes.first-backoff | 2m | must not exceed relay.lanes.longest-backoff (60s)",
                "relay.lanes.expiry | 400h | must be less than the time that the topic keeps an answer",
                "relay.lanes.objects-per-request | 80 | must not exceed Braze's limit of 75",
                "relay.intake.drain | 1m | must not exceed quarkus.shutdown.timeout (20S)",
                "relay.projection.kept | 91d | copies of answers would outlive the topic",
                "relay.deliveries.kept | 10d | would be forgotten while Kafka still has it",
                "relay.braze.keep-alive | soon | relay.braze.keep-alive is \"soon\", which cannot be read"
            })
    void what_makes_no_sense_stops_the_start(String key, String value, String said) {
        given.put(key, value);

        assertThat(RelayStart.CHECK.sentence(given).orElse("it starts"))
                .startsWith("relay-service cannot start: ")
                .contains(said);
    }
}
