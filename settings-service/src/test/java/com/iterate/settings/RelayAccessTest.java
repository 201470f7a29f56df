package com.iterate.settings;

import static com.iterate.settings.Cast.as;
import static com.iterate.settings.Cast.relayClaims;
import static com.iterate.settings.Cast.signedByTheRelay;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SettingsTest
class RelayAccessTest {

    private static final String DOOR = "/internal/companies/relayed/braze";

    @BeforeEach
    void aCompany() {
        Cast.company("relayed");
    }

    @Test
    void the_relay_gets_the_company_that_its_token_names() {
        as(Cast.relay("relayed")).get(DOOR).then().statusCode(200).body("companyId", equalTo("relayed"));
    }

    @Test
    void the_relay_gets_no_other_company() {
        as(Cast.relay("another")).get(DOOR).then().statusCode(403).contentType("application/problem+json");
    }

    @Test
    void a_company_that_does_not_exist_is_not_found() {
        as(Cast.relay("unknown"))
                .get("/internal/companies/unknown/braze")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("unknown-company"));
    }

    @Test
    void no_session_opens_the_door_not_even_an_operators() {
        as(Cast.operator()).get(DOOR).then().statusCode(401);
        given().cookie("session", Cast.operator()).get(DOOR).then().statusCode(401);
        given().get(DOOR).then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void the_relays_token_opens_no_other_door() {
        as(Cast.relay("relayed")).get("/api/companies/relayed").then().statusCode(401);
        given().cookie("session", Cast.relay("relayed"))
                .get("/api/companies/relayed")
                .then()
                .statusCode(401);
    }

    @Test
    void a_token_that_lives_longer_than_a_minute_is_refused() {
        String longLived = signedByTheRelay(relayClaims("relayed").expiresIn(Duration.ofSeconds(120)));

        as(longLived).get(DOOR).then().statusCode(401);
    }

    @Test
    void a_token_for_somebody_else_is_refused() {
        as(signedByTheRelay(relayClaims("relayed").audience("iterate")))
                .get(DOOR)
                .then()
                .statusCode(401);
    }

    @Test
    void an_expired_token_is_refused() {
        Instant past = Instant.now().minusSeconds(70);
        String expired = signedByTheRelay(relayClaims("relayed").issuedAt(past).expiresAt(past.plusSeconds(60)));

        as(expired).get(DOOR).then().statusCode(401);
    }

    @Test
    void the_relay_cannot_pose_as_the_issuer_of_sessions() {
        String posing = signedByTheRelay(relayClaims("relayed")
                .issuer("settings-service")
                .audience("iterate")
                .upn("relay@relayed.test")
                .groups("admin"));

        as(posing).get("/api/companies/relayed").then().statusCode(401);
    }

    @Test
    void no_detour_leads_to_the_door() {
        for (String detour :
                new String[] {"//internal/companies/relayed/braze", "/x/../internal/companies/relayed/braze"}) {
            given().urlEncodingEnabled(false).get(detour).then().statusCode(401);
        }
    }
}
