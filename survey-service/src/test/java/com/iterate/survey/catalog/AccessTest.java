package com.iterate.survey.catalog;

import static com.iterate.survey.catalog.ASurvey.aSurvey;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccessTest extends CatalogJourney {

    @Test
    @TestSecurity(user = "ana@acme.test", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "company", value = "acme"))
    void another_companys_survey_is_as_unknown_as_one_that_never_was() {
        // given
        String theirs = otherPeople.of("globex");
        String never = "AAAAAAAAAAAAAAAA";
        // when
        Map<String, Response> toTheirs = everyCall(theirs);
        Map<String, Response> toNever = everyCall(never);
        // then
        toTheirs.forEach((call, response) -> {
            assertThat(response.statusCode()).as(call).isEqualTo(404);
            assertThat(response.asString()).as(call).isEqualTo(toNever.get(call).asString());
        });
        given().get("/api/surveys?company=globex").then().statusCode(404);
        creates(aSurvey().of("globex")).statusCode(404);
    }

    @Test
    @TestSecurity(user = "vic@acme.test", roles = "viewer")
    @JwtSecurity(claims = @Claim(key = "company", value = "acme"))
    void a_viewer_reads_and_changes_nothing() {
        // given
        String id = otherPeople.of("acme");
        // when
        Map<String, Response> responses = everyCall(id);
        // then
        responses.forEach((call, response) ->
                assertThat(response.statusCode()).as(call).isEqualTo(call.startsWith("GET") ? 200 : 403));
        creates(aSurvey()).statusCode(403);
        given().get("/api/surveys").then().statusCode(200);
    }

    @Test
    @TestSecurity(user = "vic@acme.test", roles = "viewer")
    @JwtSecurity(claims = @Claim(key = "company", value = "acme"))
    void a_viewer_does_not_see_the_secret_in_a_signed_link() {
        // given
        String id = otherPeople.of("acme");
        otherPeople.sign(id);
        // when
        given().get("/api/surveys/" + id + "/braze")
                .then()
                // then
                .statusCode(200)
                .body(not(containsString("hmac")))
                .body("signed", equalTo(true));
    }

    @Test
    void a_visitor_gets_nothing() {
        everyCall("AAAAAAAAAAAAAAAA")
                .forEach((call, response) ->
                        assertThat(response.statusCode()).as(call).isEqualTo(401));
        given().get("/api/surveys").then().statusCode(401);
        creates(aSurvey()).statusCode(401);
    }

    @Test
    @TestSecurity(user = "opal@iterate.test", roles = "operator")
    @JwtSecurity
    void an_operator_names_the_company() {
        creates(aSurvey()).statusCode(422).body("detail", containsString("has to name the company"));
        creates(aSurvey().of("Not A Company")).statusCode(422);
        creates(aSurvey().of("globex")).statusCode(201).body("companyId", equalTo("globex"));
        given().get("/api/surveys").then().statusCode(422);
        given().get("/api/surveys?company=globex").then().statusCode(200);
    }

    @Test
    void a_visitor_of_the_start_page_is_led_to_sign_in() {
        given().accept(ContentType.HTML)
                .redirects()
                .follow(false)
                .get("/")
                .then()
                .statusCode(302)
                .header("Location", containsString("/sign-in?next="));
    }

    @Test
    @TestSecurity(user = "ana@acme-start.test", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "company", value = "acme-start"))
    void the_start_page_leads_from_nothing_to_a_link() {
        start().body(containsString("No surveys yet")).body(containsString("ana@acme-start.test"));
        String id = createdId(aSurvey().titled("<b>Bold</b>").asking("q1", "nps", "How likely?"));
        start().body(containsString("&lt;b&gt;Bold&lt;/b&gt;")).body(containsString("Not published yet"));
        switchesBrazeOn(id, Map.of()).statusCode(200);
        publishes(id).statusCode(200);

        start().body(containsString("href=\"/s/" + id + "\""))
                .body(containsString("http://localhost:8080/s/" + id + "?user_braze_id={{${braze_id}}}"))
                .body(containsString("href=\"/surveys/" + id + "/responses\""))
                .body(containsString("href=\"/api/surveys/" + id + "/responses.csv\""))
                .body(containsString("Open · version 1"));
    }

    @Test
    @TestSecurity(user = "opal@iterate.test", roles = "operator")
    @JwtSecurity
    void an_operator_chooses_a_company_first() {
        otherPeople.of("initech");

        start().body(containsString("href=\"/?company=initech\""));
    }

    private static io.restassured.response.ValidatableResponse start() {
        return given().accept(ContentType.HTML).get("/").then().statusCode(200);
    }

    private static Map<String, Response> everyCall(String id) {
        String survey = "/api/surveys/" + id;
        Map<String, Response> responses = new LinkedHashMap<>();
        responses.put("GET survey", given().get(survey));
        responses.put("GET braze", given().get(survey + "/braze"));
        responses.put(
                "PUT survey",
                given().contentType(ContentType.JSON)
                        .body(aSurvey().atRevision(1).json())
                        .put(survey));
        responses.put(
                "PUT braze",
                given().contentType(ContentType.JSON)
                        .body(Map.of("enabled", true))
                        .put(survey + "/braze"));
        for (String action : new String[] {"publish", "close", "reopen", "braze/secret"}) {
            responses.put("POST " + action, given().post(survey + "/" + action));
        }
        return responses;
    }
}
