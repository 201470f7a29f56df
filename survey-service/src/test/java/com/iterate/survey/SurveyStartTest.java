package com.iterate.survey;

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

class SurveyStartTest {

    @TempDir
    Path folder;

    private final Map<String, String> given = new HashMap<>();

    @BeforeEach
    void everything() throws IOException {
        given.put("PUBLIC_URL", "https://surveys.example.com");
        given.put("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092");
        given.put("DATABASE_URL", "jdbc:postgresql://db/survey");
        given.put("DATABASE_USERNAME", "survey");
        given.put("DATABASE_PASSWORD", "hush");
        given.put("SETTINGS_SERVICE_URL", "https://settings:8081");
        given.put(
                "RESPONSE_KEYS_FILE",
                Files.writeString(folder.resolve("keys.txt"), "").toString());
        given.put(
                "ERASURE_KEYS_FILE",
                Files.writeString(folder.resolve("erasure-keys.txt"), "").toString());
        given.put("RELAY_SERVICE_URL", "http://relay:8083");
    }

    @Test
    void the_defaults_fit_together() {
        assertThat(SurveyStart.CHECK.sentence(given)).isEmpty();
    }

    @Test
    void without_anything_one_sentence_names_all_that_is_needed() {
        assertThat(SurveyStart.CHECK.sentence(Map.of("PUBLIC_URL", "")).orElse(""))
                .startsWith("survey-service cannot start: set PUBLIC_URL (")
                .contains("DATABASE_URL (", "DATABASE_PASSWORD (");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "survey.respnd.addresses | 9 | survey.respnd.addresses is no setting (did you mean survey.respond.addresses?)",
                "survey.respond.answers-per-minute | 0 | survey.respond.answers-per-minute must be more than zero",
                "survey.publishing.request-timeout | 2s | must not exceed survey.publishing.delivery-timeout (1500ms)",
                "survey.results.longest-pause | 6m | must be less than Kafka's five minutes between two polls"
            })
    void what_makes_no_sense_stops_the_start(String key, String value, String said) {
        given.put(key, value);

        assertThat(SurveyStart.CHECK.sentence(given).orElse("it starts"))
                .startsWith("survey-service cannot start: ")
                .contains(said)
                .doesNotContain("hush");
    }
}
