package com.iterate.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsStartTest {

    @TempDir
    Path folder;

    private final Map<String, String> given = new HashMap<>();

    @BeforeEach
    void everything() throws IOException {
        given.put("PUBLIC_URL", "https://surveys.example.com");
        given.put("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092");
        given.put("DATABASE_URL", "jdbc:postgresql://db/settings");
        given.put("DATABASE_USERNAME", "settings");
        given.put("DATABASE_PASSWORD", "hush");
        given.put("RELAY_SERVICE_URL", "http://relay:8083");
        String file = Files.writeString(folder.resolve("keys.json"), "{}").toString();
        for (String name : List.of("SESSION_KEYS_FILE", "RELAY_PUBLIC_KEYS_FILE", "CONNECTION_KEYS_FILE")) {
            given.put(name, file);
        }
    }

    @Test
    void the_defaults_fit_together() {
        assertThat(SettingsStart.CHECK.sentence(given)).isEmpty();
    }

    @Test
    void a_missing_variable_is_named_with_its_meaning() {
        given.put("DATABASE_URL", "");

        assertThat(SettingsStart.CHECK.sentence(given))
                .contains("settings-service cannot start:"
                        + " set DATABASE_URL (the PostgreSQL database, such as jdbc:postgresql://db/settings).");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        given.put("SESSION_KEYS_FILE", folder.resolve("gone").toString());

        assertThat(SettingsStart.CHECK.sentence(given).orElse(""))
                .startsWith("settings-service cannot start: SESSION_KEYS_FILE names ")
                .contains("cannot be read");
    }

    @Test
    void half_of_the_port_for_internal_stops_the_start() throws Exception {
        // Another test of this JVM may have set it for itself.
        given.put("INTERNAL_CERTIFICATE_FILE", "");
        given.put(
                "INTERNAL_KEY_FILE",
                Files.writeString(folder.resolve("internal.key"), "").toString());

        assertThat(SettingsStart.CHECK.sentence(given))
                .contains("settings-service cannot start: set both or none of INTERNAL_CERTIFICATE_FILE and"
                        + " INTERNAL_KEY_FILE: only together they make a TLS port for /internal.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "settings.sesions.life | 5m | settings.sesions.life is no setting (did you mean settings.sessions.life?)",
                "settings.sessions.lock-out.per-acount | 5 | is no setting (did you mean settings.sessions.lock-out.per-account?)",
                "settings.sessions.life | 13h | must not exceed settings.sessions.longest (12h)",
                "settings.members.bcrypt-cost | 0 | settings.members.bcrypt-cost must be more than zero"
            })
    void what_makes_no_sense_stops_the_start(String key, String value, String said) {
        given.put(key, value);

        assertThat(SettingsStart.CHECK.sentence(given).orElse("it starts"))
                .startsWith("settings-service cannot start: ")
                .contains(said)
                .doesNotContain("hush");
    }
}
