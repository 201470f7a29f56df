package com.iterate.survey.catalog;

import static com.iterate.survey.catalog.ASurvey.aSurvey;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import com.iterate.contracts.Delivery;
import com.iterate.survey.questions.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestSecurity(user = "ana@acme.test", roles = "admin")
@JwtSecurity(claims = @Claim(key = "company", value = "acme"))
class BrazeIntegrationTest extends CatalogJourney {

    /** Half a second and a database's answer; a build machine that does much else at once may take longer. */
    private static final Duration AT_ONCE = Duration.ofSeconds(20);

    @Test
    void a_new_survey_sends_nothing_and_shows_the_link() {
        String id = createdId(aSurvey().asking("q1", "nps", "How likely?"));

        given().get("/api/surveys/" + id + "/braze")
                .then()
                .statusCode(200)
                .body("enabled", equalTo(false))
                .body("link", equalTo("http://localhost:8080/s/" + id + "?user_braze_id={{${braze_id}}}"));
    }

    @Test
    void the_settings_say_which_attribute_each_question_becomes() {
        String id = createdId(aSurvey()
                .asking("q1", "nps", "How likely " + id())
                .asking("q2", "yes_no", "Again?")
                .asking("q3", "long_text", "Why?")
                .asking("q4", "date", "When?"));

        setsBraze(id, Map.of("enabled", true, "attributes", Map.of("q2", "again"), "excluded", List.of("q4")))
                .statusCode(200)
                .body("sends.questionId", equalTo(List.of("q1", "q2")))
                .body("sends.type", equalTo(List.of("number", "boolean")))
                .body("sends[1].attribute", equalTo("again"));
    }

    @Test
    void the_switch_acts_on_the_live_survey_at_once_without_publishing() {
        // given
        String id = createdId(aSurvey().asking("q1", "nps", "How likely?"));
        switchesBrazeOn(id, Map.of("q1", id())).statusCode(200);
        publishes(id).statusCode(200);
        await().atMost(AT_ONCE).until(() -> delivery(id).equals(Set.of(Delivery.BRAZE_ATTRIBUTES)));
        // when
        setsBraze(id, Map.of("enabled", false)).statusCode(200);
        // then
        await().atMost(AT_ONCE).until(() -> delivery(id).isEmpty());
        reads(id).body("version", equalTo(1));
    }

    @Test
    void a_bad_name_waits_in_a_draft_and_is_refused_at_publish() {
        // given
        String id = createdId(aSurvey().asking("q1", "short_text", "Your e-mail?"));
        switchesBrazeOn(id, Map.of("q1", "email")).statusCode(200);
        // when
        publishes(id)
                // then
                .statusCode(422)
                .body("violations[0].questionId", equalTo("q1"))
                .body("violations[0].message", containsString("a field of the Braze profile"));
        reads(id).body("state", equalTo("DRAFT"));
    }

    @Test
    void a_bad_name_is_refused_at_once_while_the_survey_is_live() {
        // given
        String id = createdId(aSurvey().asking("q1", "nps", id()).asking("q2", "nps", id()));
        switchesBrazeOn(id, Map.of()).statusCode(200);
        publishes(id).statusCode(200);
        // when
        switchesBrazeOn(id, Map.of("q1", "$score")).statusCode(422);
        String twice = id();
        switchesBrazeOn(id, Map.of("q1", twice, "q2", twice))
                // then
                .statusCode(422)
                .body("violations[0].questionId", equalTo("q2"));
        given().get("/api/surveys/" + id + "/braze").then().body("attributes.size()", equalTo(0));
    }

    @Test
    void a_live_survey_cannot_be_switched_on_under_a_prompt_that_braze_would_cut() {
        String id = createdId(aSurvey().asking("q1", "nps", "How likely " + "are you ".repeat(40)));
        publishes(id).statusCode(200);

        switchesBrazeOn(id, Map.of())
                .statusCode(422)
                .body("violations[0].message", containsString("choose a short name"));
        switchesBrazeOn(id, Map.of("q1", id())).statusCode(200);
    }

    @Test
    void a_name_that_holds_another_type_anywhere_in_the_company_is_refused() {
        // given
        String name = id();
        String first = createdId(aSurvey().titled("First survey").asking("q1", "nps", "How likely?"));
        switchesBrazeOn(first, Map.of("q1", name)).statusCode(200);
        publishes(first).statusCode(200);
        String second = createdId(aSurvey().asking("q9", "short_text", "Why?"));
        switchesBrazeOn(second, Map.of("q9", name)).statusCode(200);
        // when
        publishes(second)
                // then
                .statusCode(422)
                .body("violations", hasSize(1))
                .body("violations[0].questionId", equalTo("q9"))
                .body("violations[0].message", containsString("holds numbers since the survey 'First survey'"))
                .body("violations[0].message", endsWith("choose another attribute name."));
    }

    @Test
    void a_name_that_holds_the_same_type_is_shared() {
        String name = id();
        for (String type : List.of("nps", "csat", "number")) {
            Map<String, Object> question = type.equals("number")
                    ? Map.of("id", "q1", "type", type, "prompt", "p", "decimals", 0)
                    : Map.of("id", "q1", "type", type, "prompt", "p");
            String survey = createdId(aSurvey().asking(question));
            switchesBrazeOn(survey, Map.of("q1", name)).statusCode(200);
            publishes(survey).statusCode(200);
        }
    }

    @Test
    void a_refused_publication_locks_no_name() {
        // given
        String name = id();
        String refused = createdId(aSurvey()
                .asking("q1", "nps", "How likely?")
                .asking("q2", "short_text", "E-mail?")
                .inColour("#ffff00"));
        switchesBrazeOn(refused, Map.of("q1", name, "q2", id())).statusCode(200);
        publishes(refused).statusCode(422);
        // when
        String other = createdId(aSurvey().asking("q1", "short_text", "Why?"));
        switchesBrazeOn(other, Map.of("q1", name)).statusCode(200);
        // then
        publishes(other).statusCode(200);
    }

    @Test
    void settings_of_a_question_that_is_not_there_are_refused() {
        String id = createdId(aSurvey().asking("q1", "nps", "How likely?"));

        switchesBrazeOn(id, Map.of("q7", "seven")).statusCode(422).body("violations[0].questionId", equalTo("q7"));
        setsBraze(id, Map.of("enabled", true, "excluded", List.of("q8"))).statusCode(422);
        setsBraze(id, Map.of("enabled", true, "sendAttributes", false))
                .statusCode(422)
                .body("violations[0].message", containsString("Choose attributes, events or both"));
        setsBraze(id, Map.of("enable", true)).statusCode(400);
    }

    @Test
    void a_signed_link_carries_a_secret_and_the_one_before_it_stays_valid() {
        // given
        String id = createdId(aSurvey().asking("q1", "nps", "How likely?"));
        publishes(id).statusCode(200);
        String before = setsBraze(id, Map.of("enabled", true, "signed", true, "attributes", Map.of("q1", id())))
                .statusCode(200)
                .body("link", startsWith("{% capture m %}v1|" + id + "|{{${braze_id}}}{% endcapture %}"))
                .body("link", endsWith("/s/" + id + "?user_braze_id={{${braze_id}}}&sig={{s}}"))
                .extract()
                .path("link");
        // when
        String after = posts(id, "braze/secret").statusCode(200).extract().path("link");
        // then
        assertThat(after).isNotEqualTo(before);
        await().atMost(AT_ONCE).until(() -> vouches(id, signedWith(before, id)) && vouches(id, signedWith(after, id)));
    }

    @Test
    void settings_of_an_older_revision_are_refused() {
        String id = createdId(aSurvey().asking("q1", "nps", "How likely?"));
        setsBraze(id, Map.of("enabled", true, "revision", 0)).statusCode(200).body("revision", equalTo(1));

        setsBraze(id, Map.of("enabled", false, "revision", 0)).statusCode(409);
    }

    private Set<Delivery> delivery(String id) {
        return respondentsSee(id)
                .map(survey -> survey.braze().deliver(survey.question("q1").orElseThrow()))
                .orElse(Set.of());
    }

    private boolean vouches(String id, String signature) {
        return respondentsSee(id)
                .flatMap(PublishedSurvey::linkSignature)
                .filter(link -> link.vouchesFor(id, "ana-123", signature))
                .isPresent();
    }

    /** What Braze would make of the link for Ana. */
    private static String signedWith(String link, String id) {
        String secret = link.replaceAll("(?s).*hmac_sha256_hex: \"([A-Za-z0-9]{32})\".*", "$1");
        try {
            javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
            mac.init(new javax.crypto.spec.SecretKeySpec(
                    secret.getBytes(java.nio.charset.StandardCharsets.UTF_8), "HmacSHA256"));
            return java.util.HexFormat.of()
                    .formatHex(
                            mac.doFinal(("v1|" + id + "|ana-123").getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A name that no other test uses: names are locked for the whole company. */
    private static String id() {
        return "name-" + Ids.mint(8);
    }
}
