package com.iterate.settings;

import static com.iterate.settings.Cast.as;
import static com.iterate.settings.Cast.braze;
import static com.iterate.settings.Cast.otherBraze;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SettingsTest
class ConnectionLifeCycleTest {

    private static final String KEY = "good-11111111-2222-3333";

    @Inject
    EntityManager database;

    @Test
    void a_saved_key_is_never_shown_and_never_stored_in_the_clear() {
        // given
        Cast.company("kept-secret");
        // when
        connect("kept-secret", braze(), KEY).statusCode(200);
        // then
        as(Cast.viewer("kept-secret"))
                .get("/api/companies/kept-secret/braze")
                .then()
                .statusCode(200)
                .body("state", equalTo("CONNECTED"))
                .body("endpoint", equalTo(braze()))
                .body("keyEnding", equalTo("3333"))
                .body("version", equalTo(1))
                .body("changedBy", equalTo("admin@kept-secret.test"))
                .body(not(containsString(KEY)));
        assertThat(rows("kept-secret")).doesNotContain("good-11111111").doesNotContain(hex("good-11111111"));
        assertThat(credentials("kept-secret")).containsEntry("apiKey", KEY);
    }

    @Test
    void a_new_key_on_the_same_endpoint_needs_no_question_and_leaves_no_old_key_behind() {
        // given
        Cast.company("two-waiting-same");
        connect("two-waiting-same", braze(), KEY).statusCode(200);
        // when
        connect("two-waiting-same", braze() + "/", "good-again").statusCode(200).body("version", equalTo(2));
        // then
        assertThat(credentials("two-waiting-same"))
                .containsEntry("apiKey", "good-again")
                .containsEntry("version", 2);
        assertThat(keysStored("two-waiting-same")).isEqualTo(1);
    }

    @Test
    void a_disconnected_company_waits_and_gives_its_key_away() {
        // given
        Cast.company("disconnects");
        connect("disconnects", braze(), KEY).statusCode(200);
        // when
        as(Cast.admin("disconnects"))
                .delete("/api/companies/disconnects/braze")
                .then()
                .statusCode(204);
        // then
        assertThat(credentials("disconnects"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("companyId", "disconnects", "version", 2, "state", "NOT_CONNECTED"));
        assertThat(keysStored("disconnects")).isZero();
        as(Cast.viewer("disconnects"))
                .get("/api/companies/disconnects/braze")
                .then()
                .body("state", equalTo("NOT_CONNECTED"))
                .body("keyEnding", nullValue())
                .body("changedBy", equalTo("admin@disconnects.test"));
    }

    @Test
    void switching_the_workspace_while_answers_wait_asks_first_also_after_a_disconnect() {
        // given
        Cast.company("two-waiting-switch");
        connect("two-waiting-switch", braze(), KEY).statusCode(200);
        as(Cast.admin("two-waiting-switch")).delete("/api/companies/two-waiting-switch/braze");
        // when
        ValidatableResponse answer = connect("two-waiting-switch", otherBraze(), KEY);
        // then
        answer.statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("answers-waiting"))
                .body("waiting", equalTo(2))
                .body("choices", contains("deliver", "discard"));
        assertThat(credentials("two-waiting-switch")).containsEntry("state", "NOT_CONNECTED");
    }

    @Test
    void a_relay_that_does_not_answer_counts_as_answers_that_may_wait() {
        // given
        Cast.company("relay-away");
        connect("relay-away", braze(), KEY).statusCode(200);
        // when
        ValidatableResponse answer = connect("relay-away", otherBraze(), KEY);
        // then
        answer.statusCode(409).body("type", equalTo("answers-waiting")).body("waiting", nullValue());
    }

    @Test
    void without_waiting_answers_the_workspace_is_switched_without_a_question() {
        // given
        Cast.company("idle");
        connect("idle", braze(), KEY).statusCode(200);
        // when
        connect("idle", otherBraze(), KEY).statusCode(200);
        // then
        assertThat(credentials("idle")).containsEntry("endpoint", otherBraze()).doesNotContainKey("deliverFrom");
    }

    @Test
    void discarded_answers_stay_discarded_whatever_changes_later() {
        // given
        Cast.company("two-waiting-discard");
        connect("two-waiting-discard", braze(), KEY).statusCode(200);
        Instant before = Instant.now();
        connect("two-waiting-discard", otherBraze(), KEY, "discard").statusCode(200);
        // when
        connect("two-waiting-discard", otherBraze(), "good-new-key").statusCode(200);
        // then
        Instant deliverFrom =
                Instant.parse((String) credentials("two-waiting-discard").get("deliverFrom"));
        assertThat(deliverFrom).isBetween(before.minusMillis(1), Instant.now());
    }

    @Test
    void an_endpoint_in_a_private_network_is_refused_and_nothing_is_saved() {
        Cast.company("curious");

        connect("curious", "https://169.254.169.254", KEY).statusCode(422).body("field", equalTo("endpoint"));

        assertThat(credentials("curious"))
                .containsEntry("state", "NOT_CONNECTED")
                .containsEntry("version", 0);
    }

    @Test
    void the_test_repeats_what_braze_says_without_the_key() {
        Cast.company("tester");
        String admin = Cast.admin("tester");

        as(admin)
                .post("/api/companies/tester/braze/test")
                .then()
                .statusCode(409)
                .body("type", equalTo("not-connected"));
        as(admin)
                .body(Map.of("endpoint", braze(), "apiKey", "bad-key-of-ours"))
                .post("/api/companies/tester/braze/test")
                .then()
                .statusCode(200)
                .body("result", equalTo("key-not-known"))
                .body("status", equalTo(401))
                .body("braze", containsString("Invalid API key"))
                .body(not(containsString("bad-key-of-ours")));
        connect("tester", braze(), KEY).statusCode(200);
        as(admin)
                .post("/api/companies/tester/braze/test")
                .then()
                .statusCode(200)
                .body("result", equalTo("accepted"));
        given().header("Authorization", "Bearer " + admin)
                .post("/api/companies/tester/braze/test")
                .then()
                .statusCode(200)
                .body("result", equalTo("accepted"));
    }

    @Test
    void the_documented_endpoints_are_offered() {
        Cast.company("chooser");

        as(Cast.viewer("chooser"))
                .get("/api/companies/chooser/braze/endpoints")
                .then()
                .statusCode(200)
                .body("endpoints.find { it.name == 'EU-01' }.endpoint", equalTo("https://rest.fra-01.braze.eu"))
                .body("endpoints.size()", equalTo(15));
    }

    private static ValidatableResponse connect(String company, String endpoint, String key) {
        return put(company, Map.of("endpoint", endpoint, "apiKey", key));
    }

    private static ValidatableResponse connect(String company, String endpoint, String key, String waiting) {
        return put(company, Map.of("endpoint", endpoint, "apiKey", key, "waiting", waiting));
    }

    private static ValidatableResponse put(String company, Map<String, String> body) {
        return as(Cast.admin(company))
                .body(body)
                .put("/api/companies/" + company + "/braze")
                .then();
    }

    private static Map<String, Object> credentials(String company) {
        return new HashMap<>(as(Cast.relay(company))
                .get("/internal/companies/" + company + "/braze")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap(""));
    }

    private String rows(String company) {
        List<?> rows = database.createNativeQuery(
                        "SELECT CAST(c AS text) FROM braze_connection c WHERE company_id = ?1")
                .setParameter(1, company)
                .getResultList();
        return rows.toString();
    }

    private long keysStored(String company) {
        return ((Number) database.createNativeQuery(
                                "SELECT count(encrypted_key) FROM braze_connection WHERE company_id = ?1")
                        .setParameter(1, company)
                        .getSingleResult())
                .longValue();
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
