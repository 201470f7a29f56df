package com.iterate.survey.erasures;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.iterate.survey.relay.ARelay;
import com.iterate.survey.respond.RespondJourney;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ARelay.class)
@TestSecurity(user = "ana@acme.test", roles = "admin")
@JwtSecurity(claims = @Claim(key = "company", value = "acme"))
class ErasureTest extends RespondJourney {

    private static final String RELAYS_RECEIPT = """
            {"company": "acme", "erasedAt": "2026-11-23T13:00:00Z", "lastCopyExpires": "2999-12-31",
             "stores": [{"name": "dead-letters", "erased": {"letters": 1}}]}
            """;

    @ARelay.Says
    Map<String, String> relay = new ConcurrentHashMap<>();

    @ARelay.Asked
    Map<String, String> asked = new ConcurrentHashMap<>();

    private final String ana = "ana-" + UUID.randomUUID();

    @BeforeEach
    void the_relay_does_its_part() {
        relay.put("/api/erasures", RELAYS_RECEIPT);
    }

    @Test
    void a_persons_answers_are_gone_and_later_ones_are_not_recorded() {
        // given
        String survey = publishedSurvey();
        String theirs = answers(survey, Map.of("brazeId", ana), 9);
        String ofTheSameName = answers(survey, Map.of("externalId", ana), 3);
        eventuallyCounts(survey, 2);
        // when
        erases(Map.of("company", "acme", "brazeId", ana))
                // then
                .statusCode(200)
                .body("stores[0].name", equalTo("answers"))
                .body("stores[0].erased.responses", equalTo(1))
                .body("stores[0].erased.answers", equalTo(1))
                .body("stores[1].name", equalTo("dead-letters"))
                .body("lastCopyExpires", equalTo("2999-12-31"));
        answers(survey, Map.of("brazeId", ana), 8);
        String afterwards = answers(survey, Map.of("brazeId", "ben-" + ana), 7);
        eventuallyCounts(survey, 2);
        assertThat(responses(survey).getList("responses.responseId"))
                .containsExactlyInAnyOrder(ofTheSameName, afterwards)
                .doesNotContain(theirs);
        assertThat(asked.get("/api/erasures")).contains("\"company\":\"acme\"", "\"brazeId\":\"" + ana + "\"");
    }

    @Test
    void once_more_finds_nothing_more() {
        // given
        String survey = publishedSurvey();
        answers(survey, Map.of("externalId", ana), 9);
        eventuallyCounts(survey, 1);
        // when
        erases(Map.of("company", "acme", "externalId", ana)).statusCode(200);
        // then
        erases(Map.of("company", "acme", "externalId", ana))
                .statusCode(200)
                .body("stores[0].erased.responses", equalTo(0));
    }

    @Test
    void without_the_relay_it_says_what_is_done_and_what_is_left_to_do() {
        // given
        relay.remove("/api/erasures");
        // when
        erases(Map.of("company", "acme", "brazeId", ana))
                // then
                .statusCode(503)
                .header("Retry-After", equalTo("30"))
                .body("type", equalTo("erased-in-part"))
                .body("receipt.stores[0].name", equalTo("answers"));
    }

    @Test
    void a_person_is_named_by_one_good_id() {
        erases(Map.of("company", "acme")).statusCode(422);
        erases(Map.of("company", "acme", "brazeId", "a", "externalId", "b")).statusCode(422);
        erases(Map.of("company", "acme", "brazeId", " a")).statusCode(422);
        erases(Map.of("company", "Not a company", "brazeId", "a")).statusCode(422);
        given().contentType(ContentType.JSON).post("/api/erasures").then().statusCode(400);
    }

    @Test
    @TestSecurity(user = "olga@iterate.test", roles = "operator")
    @JwtSecurity(claims = {})
    void an_operator_may_for_every_company() {
        erases(Map.of("company", "acme", "brazeId", ana)).statusCode(200);
    }

    @Test
    @TestSecurity(user = "vic@acme.test", roles = "viewer")
    @JwtSecurity(claims = @Claim(key = "company", value = "acme"))
    void a_viewer_may_not() {
        erases(Map.of("company", "acme", "brazeId", ana)).statusCode(403);
    }

    @Test
    @TestSecurity(user = "bea@globex.test", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "company", value = "globex"))
    void another_companys_admin_may_not() {
        erases(Map.of("company", "acme", "brazeId", ana)).statusCode(404);
    }

    @Test
    @TestSecurity
    void a_visitor_may_not() {
        erases(Map.of("company", "acme", "brazeId", ana)).statusCode(401);
    }

    private static String answers(String survey, Map<String, String> who, int score) {
        return accepted(survey, Map.of("respondent", who, "answers", List.of(answer("score", score))))
                .getString("responseId");
    }

    private static ValidatableResponse erases(Map<String, String> body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/erasures")
                .then();
    }
}
