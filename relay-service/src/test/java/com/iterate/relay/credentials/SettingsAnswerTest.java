package com.iterate.relay.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsAnswerTest {

    private static final String CONNECTED = "{\"companyId\":\"acme\",\"version\":7,\"state\":\"CONNECTED\","
            + "\"endpoint\":\"https://rest.iad-01.braze.com\",\"apiKey\":\"s3cret\","
            + "\"rate\":{\"requestsPerWindow\":250000,\"windowSeconds\":3600},"
            + "\"deliverFrom\":\"2026-11-23T13:00:00Z\",\"later\":{}}";

    @Test
    void a_connection_is_read_whole() {
        // when
        Lookup lookup = read(200, CONNECTED);
        // then
        assertThat(lookup)
                .isEqualTo(new Lookup.Connected(new Connection(
                        "acme",
                        7,
                        URI.create("https://rest.iad-01.braze.com"),
                        new ApiKey("s3cret"),
                        new Rate(250_000, Duration.ofHours(1)),
                        Optional.of(Instant.parse("2026-11-23T13:00:00Z")))));
    }

    @Test
    void a_settings_service_that_names_no_rate_means_brazes_own() {
        // when
        Lookup lookup = read(
                200,
                "{\"companyId\":\"acme\",\"version\":7,\"state\":\"CONNECTED\",\"endpoint\":\"https://x\",\"apiKey\":\"k\"}");
        // then
        assertThat(lookup).isInstanceOfSatisfying(Lookup.Connected.class, connected -> assertThat(
                        connected.connection().rate())
                .isEqualTo(Rate.OF_BRAZE));
    }

    @Test
    void the_key_is_in_no_text_that_a_log_could_hold() {
        // when
        Lookup lookup = read(200, CONNECTED);
        // then
        assertThat(lookup.toString()).doesNotContain("s3cret").contains("hidden");
        assertThatThrownBy(() -> new ApiKey("s3 cret")).hasMessageNotContaining("cret");
    }

    @Test
    void a_company_without_a_connection_is_not_connected() {
        // when
        Lookup lookup = read(200, "{\"companyId\":\"acme\",\"version\":8,\"state\":\"NOT_CONNECTED\"}");
        // then
        assertThat(lookup).isEqualTo(new Lookup.NotConnected(8));
    }

    @Test
    void only_settings_services_own_word_makes_a_company_unknown() {
        String problem = "application/problem+json;charset=UTF-8";
        assertThat(SettingsAnswer.read("acme", 404, problem, "{\"type\":\"unknown-company\",\"status\":404}"))
                .isEqualTo(new Lookup.UnknownCompany());
        assertThat(SettingsAnswer.read("acme", 404, problem, "{\"type\":\"not-found\",\"status\":404}"))
                .isInstanceOf(Lookup.Unavailable.class);
        assertThat(SettingsAnswer.read("acme", 404, problem, "<html>")).isInstanceOf(Lookup.Unavailable.class);
        assertThat(SettingsAnswer.read("acme", 404, "text/html", "<html>")).isInstanceOf(Lookup.Unavailable.class);
        assertThat(SettingsAnswer.read("acme", 404, "", "")).isInstanceOf(Lookup.Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "<html>",
                "{\"companyId\":\"globex\",\"version\":7,\"state\":\"NOT_CONNECTED\"}",
                "{\"companyId\":\"acme\",\"state\":\"NOT_CONNECTED\"}",
                "{\"companyId\":\"acme\",\"version\":7,\"state\":\"MAYBE\"}",
                "{\"companyId\":\"acme\",\"version\":7,\"state\":\"CONNECTED\",\"endpoint\":\"https://x\"}",
                "{\"companyId\":\"acme\",\"version\":7,\"state\":\"CONNECTED\",\"endpoint\":\":\",\"apiKey\":\"s3cret\"}",
                "{\"companyId\":\"acme\",\"version\":7,\"state\":\"CONNECTED\",\"endpoint\":\"https://x\",\"apiKey\":\"s3 cret\"}",
                "{\"companyId\":\"acme\",\"version\":7,\"state\":\"CONNECTED\",\"endpoint\":\"https://x\","
                        + "\"apiKey\":\"s3cret\",\"deliverFrom\":\"yesterday\"}",
                "{\"companyId\":\"acme\",\"version\":7,\"state\":\"CONNECTED\",\"endpoint\":\"https://x\","
                        + "\"apiKey\":\"s3cret\",\"rate\":{\"requestsPerWindow\":0,\"windowSeconds\":3}}",
                "{\"companyId\":\"acme\",\"version\":7,\"state\":\"CONNECTED\",\"endpoint\":\"https://x\","
                        + "\"apiKey\":\"s3cret\",\"rate\":{\"requestsPerWindow\":9}}"
            })
    void what_is_not_its_answer_is_no_answer_and_is_not_quoted(String body) {
        // when
        Lookup lookup = read(200, body);
        // then
        assertThat(lookup).isInstanceOf(Lookup.Unavailable.class);
        assertThat(lookup.toString()).doesNotContain("cret");
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 301, 400, 401, 403, 410, 429, 500, 503})
    void every_other_status_is_no_answer(int status) {
        assertThat(read(status, CONNECTED)).isInstanceOf(Lookup.Unavailable.class);
    }

    private static Lookup read(int status, String body) {
        return SettingsAnswer.read("acme", status, "application/json", body);
    }
}
