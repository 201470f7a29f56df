package com.iterate.settings;

import static com.iterate.settings.Cast.as;
import static com.iterate.settings.Cast.braze;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the management port tells. */
@SettingsTest
class SignalsTest {

    private static final String COMPANY = "signalled";
    private static final String DOOR = "/internal/companies/signalled/braze";

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

    @BeforeEach
    void aCompany() {
        Cast.company(COMPANY);
    }

    @Test
    void the_relays_questions_are_counted_by_how_they_ended() {
        // given
        double none = read("settings_credentials_total{outcome=\"none\"}");
        double unknown = read("settings_credentials_total{outcome=\"unknown\"}");
        double refused = read("settings_credentials_total{outcome=\"refused\"}");
        // when
        as(Cast.relay(COMPANY)).get(DOOR).then().statusCode(200);
        as(Cast.relay("unknown"))
                .get("/internal/companies/unknown/braze")
                .then()
                .statusCode(404);
        as(Cast.relay("another")).get(DOOR).then().statusCode(403);
        as(Cast.operator()).get(DOOR).then().statusCode(401);
        given().get(DOOR).then().statusCode(401);
        // then
        assertThat(read("settings_credentials_total{outcome=\"none\"}")).isEqualTo(none + 1);
        assertThat(read("settings_credentials_total{outcome=\"unknown\"}")).isEqualTo(unknown + 1);
        assertThat(read("settings_credentials_total{outcome=\"refused\"}")).isEqualTo(refused + 3);
        assertThat(read("settings_credentials_total{outcome=\"found\"}")).isNotNaN();
    }

    @Test
    void sign_ins_are_counted_by_how_they_ended_and_name_nobody() {
        // when
        signIn("admin@signalled.test", Secrets.PASSWORD);
        for (int attempt = 0; attempt < 6; attempt++) {
            signIn("guessed@signalled.test", "a guess");
        }
        // then
        assertThat(read("settings_sign_ins_total{outcome=\"accepted\"}")).isPositive();
        assertThat(read("settings_sign_ins_total{outcome=\"refused\"}")).isGreaterThanOrEqualTo(5);
        assertThat(read("settings_sign_ins_total{outcome=\"locked\"}")).isPositive();
        assertThat(page()).doesNotContain("guessed@", "admin@");
    }

    @Test
    void a_test_of_a_connection_is_counted_by_what_braze_said() {
        as(Cast.admin(COMPANY))
                .body(Map.of("endpoint", braze(), "apiKey", "good-1234567890"))
                .post("/api/companies/signalled/braze/test")
                .then()
                .statusCode(200);

        assertThat(page()).contains("settings_connection_tests_total{outcome=\"accepted\"}");
    }

    @Test
    void the_outbox_is_counted() {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(read("settings_announcements_waiting"))
                .isZero());
        assertThat(read("settings_announcements_oldest_seconds")).isZero();
    }

    @Test
    void no_address_of_a_request_becomes_a_label() {
        given().get("/no/such/page-of-somebody").then().statusCode(404);
        given().get("/api/companies/company-of-somebody").then().statusCode(401);
        as(Cast.operator()).get("/api/companies/company-of-somebody").then().statusCode(404);
        given().redirects().follow(false).accept("text/html").get("/api/companies/company-of-somebody");
        given().header("Authorization", "Bearer stale")
                .get("/api/companies/company-of-somebody")
                .then()
                .statusCode(401);

        assertThat(page()).contains("http_server_requests_seconds_count").doesNotContain("of-somebody", COMPANY);
    }

    @Test
    void ready_means_that_the_database_answers() {
        given().get(ready)
                .then()
                .statusCode(200)
                .body("checks.find { it.name.contains('Database') }.status", equalTo("UP"));
    }

    private static void signIn(String email, String password) {
        given().contentType("application/json")
                .body(Map.of("email", email, "password", password))
                .post("/api/session");
    }

    private String page() {
        return given().get(metrics).body().asString();
    }

    private double read(String series) {
        return Arrays.stream(page().split("\n"))
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(0);
    }
}
