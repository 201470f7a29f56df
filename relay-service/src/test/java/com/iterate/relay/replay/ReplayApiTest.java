package com.iterate.relay.replay;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.iterate.backing.BackingTestResource;
import com.iterate.relay.intake.Neighbours;
import com.iterate.relay.letters.LetterId;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingTestResource.class, initArgs = @ResourceArg(name = "database", value = "relay"))
@WithTestResource(Neighbours.class)
class ReplayApiTest {

    private static final String REPLAYS = "/api/dead-letters/replays";

    @Inject
    DataSource database;

    @Test
    @TestSecurity(user = "amy@apione.example", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "company", value = "apione"))
    void an_admin_starts_looks_at_pauses_resumes_and_cancels_a_replay() {
        // given
        SeededLetters letters = new SeededLetters(database, 930);
        letters.of("apione", 930, "REJECTED", 0, 30);
        String body = "{\"filter\":{\"reason\":\"REJECTED\"},\"ratePerSecond\":5,\"rename\":{\"nps\":\" score \"}}";
        // when
        int id = json(body)
                .post(REPLAYS)
                .then()
                .statusCode(201)
                .body("state", equalTo("CANARY"))
                .body("letters", equalTo(30))
                .body("waiting", equalTo(30))
                .body("rename.nps", equalTo("score"))
                .extract()
                .path("id");
        // then
        String job = REPLAYS + "/" + id;
        given().post(job + "/pause").then().statusCode(200).body("state", equalTo("PAUSED"));
        given().post(job + "/pause").then().statusCode(200).body("state", equalTo("PAUSED"));
        given().post(job + "/resume").then().statusCode(200).body("state", equalTo("CANARY"));
        given().get(job).then().statusCode(200).body("company", equalTo("apione"));
        given().get(REPLAYS).then().statusCode(200).body("replays.id", equalTo(List.of(id)));
        given().get(job + "/letters?result=WAITING").then().statusCode(200).body("letters", hasSize(30));
        given().get(job + "/letters?result=BAD").then().statusCode(422);
        given().post(job + "/cancel").then().statusCode(200).body("state", equalTo("CANCELLED"));
        given().post(job + "/resume").then().statusCode(409).body("type", equalTo("replay-is-over"));
        assertThat(letters.counts("select action, count(*) from audit where company = 'apione' group by 1"))
                .isEqualTo(Map.of("replay-start", 1, "replay-pause", 1, "replay-resume", 1, "replay-cancel", 1));
    }

    @Test
    @TestSecurity(user = "amy@apitwo.example", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "company", value = "apitwo"))
    void a_second_click_is_told_that_nothing_is_left() {
        // given
        new SeededLetters(database, 931).of("apitwo", 931, "REJECTED", 0, 3);
        json("{\"ids\":[\"931-0\",\"931-1\"]}")
                .post(REPLAYS)
                .then()
                .statusCode(201)
                .body("company", equalTo("apitwo"));
        // when
        var again = json("{\"ids\":[\"931-0\",\"931-1\"]}").post(REPLAYS).then();
        // then
        again.statusCode(409).body("type", equalTo("nothing-to-replay"));
    }

    @Test
    @TestSecurity(user = "amy@apithree.example", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "company", value = "apithree"))
    void nobody_gets_at_another_companys_letters() {
        // given
        new SeededLetters(database, 932).of("apiother", 932, "REJECTED", 0, 3);
        // then
        json("{\"ids\":[\"932-0\"]}").post(REPLAYS).then().statusCode(404);
        json("{\"filter\":{\"company\":\"apiother\"}}").post(REPLAYS).then().statusCode(404);
        json("{\"filter\":{\"company\":\"apiother\"},\"dryRun\":true}")
                .post(REPLAYS)
                .then()
                .statusCode(404);
        given().get(REPLAYS + "?company=apiother").then().statusCode(404);
        given().get(REPLAYS + "/999999").then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "vic@apifour.example", roles = "viewer")
    @JwtSecurity(claims = @Claim(key = "company", value = "apifour"))
    void a_viewer_may_none_of_it() {
        json("{\"filter\":{}}").post(REPLAYS).then().statusCode(403);
        json("{\"filter\":{},\"dryRun\":true}").post(REPLAYS).then().statusCode(403);
        given().get(REPLAYS).then().statusCode(403);
    }

    @Test
    void a_stranger_may_none_of_it() {
        json("{\"filter\":{}}").post(REPLAYS).then().statusCode(401);
        given().get(REPLAYS).then().statusCode(401);
        given().post(REPLAYS + "/1/cancel").then().statusCode(401);
    }

    @Test
    @TestSecurity(user = "op@example.com", roles = "operator")
    void an_operators_dry_run_tells_how_many_how_many_superseded_and_how_long() {
        // given
        SeededLetters letters = new SeededLetters(database, 933);
        // A reason of a later version: other tests' letters must not be counted.
        letters.of("apifive", 933, "LATER", 0, 100);
        letters.of("apisix", 933, "LATER", 100, 50);
        letters.run(
                "insert into guarded (person, partition, company)"
                        + " select md5(key)::uuid, 933, company from dead_letter where letter_partition = 933 and letter_offset < 30");
        letters.run(
                "insert into guarded_attribute (person, attribute, submitted_at, nanos, record_offset)"
                        + " select md5(key)::uuid, 'csat', now(), 0, 1 from dead_letter where letter_partition = 933 and letter_offset < 30");
        // when
        var outlook = json("{\"filter\":{\"reason\":\"LATER\"},\"ratePerSecond\":10,\"dryRun\":true}")
                .post(REPLAYS)
                .then();
        // then
        outlook.statusCode(200)
                .body("companies.apifive", equalTo(100))
                .body("companies.apisix", equalTo(50))
                .body("letters", equalTo(150))
                .body("supersededEstimate", equalTo(30))
                .body("seconds", equalTo(15));
        assertThat(letters.states()).isEqualTo(Map.of("OPEN", 150));
    }

    @Test
    @TestSecurity(user = "op@example.com", roles = "operator")
    void what_makes_no_sense_is_refused_with_the_reason() {
        invalid("{}", "ids or filter must be given");
        invalid("{\"ids\":[\"1-1\"],\"filter\":{}}", "ids or filter must be given");
        invalid("{\"filter\":{},\"ratePerSecond\":0}", "ratePerSecond must be above 0");
        invalid("{\"filter\":{},\"canary\":2}", "canary must be from 0 to 1");
        invalid("{\"filter\":{},\"rename\":{\"a\":\"email\"}}", "would overwrite the profile field email");
        invalid("{\"filter\":{\"state\":\"QUARANTINED\"}}", "must include OPEN");
    }

    @Test
    @TestSecurity(user = "op@example.com", roles = "operator")
    void an_operators_choice_of_one_companys_letters_is_that_companys_to_see() {
        // given
        List<LetterId> ids = new SeededLetters(database, 934).of("apiseven", 934, "REJECTED", 0, 1);
        // when
        var started = json("{\"ids\":[\"" + ids.get(0) + "\"],\"canary\":1}")
                .post(REPLAYS)
                .then();
        // then
        started.statusCode(201).body("company", equalTo("apiseven")).body("state", equalTo("RUNNING"));
    }

    @Test
    @TestSecurity(user = "op@example.com", roles = "operator")
    void who_replays_what_the_relay_never_sends_is_told_what_to_do_instead() {
        // given
        SeededLetters letters = new SeededLetters(database, 935);
        letters.of("apieight", 935, "WRONG_KEY", 0, 2);
        letters.run("update dead_letter set company = '', undelivered = '[]' where letter_partition = 935");
        // when
        var refused = json("{\"ids\":[\"935-0\",\"935-1\"]}").post(REPLAYS).then();
        // then
        refused.statusCode(409)
                .body("type", equalTo("nothing-to-replay"))
                .body("detail", containsString("2 WRONG_KEY"))
                .body("detail", containsString("Resend answers to surveys of survey-service there"))
                .body("detail", containsString("POST /api/dead-letters/discards"));
    }

    private static void invalid(String body, String said) {
        json(body).post(REPLAYS).then().statusCode(422).body("detail", containsString(said));
    }

    private static RequestSpecification json(String body) {
        return given().contentType(ContentType.JSON).body(body);
    }
}
