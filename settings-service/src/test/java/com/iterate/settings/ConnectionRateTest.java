package com.iterate.settings;

import static com.iterate.settings.Cast.as;
import static com.iterate.settings.Cast.braze;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SettingsTest
class ConnectionRateTest {

    private static final Map<String, Object> HOURLY = Map.of("requestsPerWindow", 250_000, "windowSeconds", 3600);

    @Test
    void without_a_word_about_it_the_rate_is_brazes_own() {
        // given
        Cast.company("rate-default");
        // when
        connect("rate-default", Map.of()).statusCode(200);
        // then
        as(Cast.relay("rate-default"))
                .get("/internal/companies/rate-default/braze")
                .then()
                .body("rate.requestsPerWindow", equalTo(3000))
                .body("rate.windowSeconds", equalTo(3));
    }

    @Test
    void a_rate_that_was_set_outlives_a_new_key_and_a_disconnect() {
        // given
        Cast.company("rate-kept");
        connect("rate-kept", Map.of("rate", HOURLY)).statusCode(200).body("version", equalTo(1));
        // when
        as(Cast.admin("rate-kept")).delete("/api/companies/rate-kept/braze");
        as(Cast.relay("rate-kept"))
                .get("/internal/companies/rate-kept/braze")
                .then()
                .body("rate", nullValue());
        connect("rate-kept", Map.of()).statusCode(200).body("version", equalTo(3));
        // then
        as(Cast.viewer("rate-kept"))
                .get("/api/companies/rate-kept/braze")
                .then()
                .body("rate.requestsPerWindow", equalTo(250_000))
                .body("rate.windowSeconds", equalTo(3600));
        as(Cast.relay("rate-kept"))
                .get("/internal/companies/rate-kept/braze")
                .then()
                .body("rate.requestsPerWindow", equalTo(250_000))
                .body("rate.windowSeconds", equalTo(3600));
    }

    @Test
    void a_rate_that_is_none_is_refused_and_nothing_is_saved() {
        // given
        Cast.company("rate-none");
        // when
        ValidatableResponse answer =
                connect("rate-none", Map.of("rate", Map.of("requestsPerWindow", 0, "windowSeconds", 3)));
        // then
        answer.statusCode(422).body("field", equalTo("rate.requestsPerWindow"));
        as(Cast.viewer("rate-none"))
                .get("/api/companies/rate-none/braze")
                .then()
                .body("state", equalTo("NOT_CONNECTED"))
                .body("rate.requestsPerWindow", equalTo(3000));
    }

    private static ValidatableResponse connect(String company, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("endpoint", braze());
        body.put("apiKey", "good-11111111-2222-3333");
        return as(Cast.admin(company))
                .body(body)
                .put("/api/companies/" + company + "/braze")
                .then();
    }
}
