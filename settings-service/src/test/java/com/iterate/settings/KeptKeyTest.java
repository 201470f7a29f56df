package com.iterate.settings;

import static com.iterate.settings.Cast.as;
import static com.iterate.settings.Cast.braze;
import static com.iterate.settings.Cast.otherBraze;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SettingsTest
class KeptKeyTest {

    private static final String KEY = "good-11111111-2222-3333";

    private static final Map<String, Object> HOURLY = Map.of("requestsPerWindow", 250_000, "windowSeconds", 3600);

    @Test
    void a_change_of_the_rate_alone_keeps_the_key() {
        // given
        connected("kept-rate");
        // when
        ValidatableResponse answer = put("kept-rate", Map.of("endpoint", braze(), "rate", HOURLY));
        // then
        answer.statusCode(200)
                .body("version", equalTo(2))
                .body("keyEnding", equalTo("3333"))
                .body("rate.requestsPerWindow", equalTo(250_000));
        whatTheRelayGets("kept-rate")
                .body("version", equalTo(2))
                .body("endpoint", equalTo(braze()))
                .body("apiKey", equalTo(KEY))
                .body("rate.windowSeconds", equalTo(3600));
    }

    @Test
    void the_same_endpoint_written_differently_keeps_it_too_and_so_does_every_later_change() {
        // given
        connected("kept-twice");
        put("kept-twice", Map.of("endpoint", braze() + "/", "rate", HOURLY)).statusCode(200);
        // when
        put("kept-twice", Map.of("endpoint", braze().replace("http://", "HTTP://")))
                .statusCode(200);
        // then
        whatTheRelayGets("kept-twice").body("version", equalTo(3)).body("apiKey", equalTo(KEY));
    }

    @Test
    void a_key_is_never_taken_along_to_another_address_whatever_was_said_about_waiting_answers() {
        // given
        connected("kept-elsewhere");
        // when
        ValidatableResponse answer =
                put("kept-elsewhere", Map.of("endpoint", otherBraze(), "waiting", "deliver", "rate", HOURLY));
        // then
        answer.statusCode(422)
                .contentType("application/problem+json")
                .body("field", equalTo("apiKey"))
                .body("detail", containsString("was given for " + braze()))
                .body("detail", containsString("Give the key for " + otherBraze()))
                .body("detail", not(containsString("3333")));
        whatTheRelayGets("kept-elsewhere")
                .body("version", equalTo(1))
                .body("endpoint", equalTo(braze()))
                .body("rate.windowSeconds", equalTo(3));
    }

    @Test
    void a_company_that_was_never_connected_has_no_key_to_keep() {
        Cast.company("kept-never");

        put("kept-never", Map.of("endpoint", braze(), "rate", HOURLY))
                .statusCode(422)
                .body("field", equalTo("apiKey"))
                .body("detail", containsString("no saved key to keep"));

        whatTheRelayGets("kept-never").body("state", equalTo("NOT_CONNECTED")).body("version", equalTo(0));
    }

    @Test
    void a_disconnect_gives_the_key_away_so_that_none_is_kept() {
        // given
        connected("kept-gone");
        as(Cast.admin("kept-gone"))
                .delete("/api/companies/kept-gone/braze")
                .then()
                .statusCode(204);
        // when
        ValidatableResponse answer = put("kept-gone", Map.of("endpoint", braze()));
        // then
        answer.statusCode(422).body("field", equalTo("apiKey"));
        whatTheRelayGets("kept-gone").body("state", equalTo("NOT_CONNECTED"));
    }

    @Test
    void an_empty_key_is_a_slip_and_not_the_wish_to_keep_one() {
        // given
        connected("kept-blank");
        // when
        ValidatableResponse answer = put("kept-blank", Map.of("endpoint", braze(), "apiKey", " "));
        // then
        answer.statusCode(422).body("field", equalTo("apiKey"));
        whatTheRelayGets("kept-blank").body("version", equalTo(1));
    }

    @Test
    void a_viewer_changes_no_rate() {
        connected("kept-viewer");

        as(Cast.viewer("kept-viewer"))
                .body(Map.of("endpoint", braze(), "rate", HOURLY))
                .put("/api/companies/kept-viewer/braze")
                .then()
                .statusCode(403);
    }

    private static void connected(String company) {
        Cast.company(company);
        put(company, Map.of("endpoint", braze(), "apiKey", KEY)).statusCode(200);
    }

    private static ValidatableResponse put(String company, Map<String, Object> body) {
        return as(Cast.admin(company))
                .body(body)
                .put("/api/companies/" + company + "/braze")
                .then();
    }

    private static ValidatableResponse whatTheRelayGets(String company) {
        return as(Cast.relay(company))
                .get("/internal/companies/" + company + "/braze")
                .then()
                .statusCode(200);
    }
}
