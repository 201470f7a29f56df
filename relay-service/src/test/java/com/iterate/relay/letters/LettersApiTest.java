package com.iterate.relay.letters;

import static com.iterate.relay.projection.ALetter.aLetter;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.iterate.backing.BackingTestResource;
import com.iterate.relay.deadletters.Reason;
import com.iterate.relay.intake.Neighbours;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Searching, looking and counting: who sees what. */
@QuarkusTest
@WithTestResource(value = BackingTestResource.class, initArgs = @ResourceArg(name = "database", value = "relay"))
@WithTestResource(Neighbours.class)
class LettersApiTest {

    private static final String VIEWER = "viewer";
    private static final String ADMIN = "admin";
    private static final String OPERATOR = "operator";

    @Inject
    DataSource database;

    @Test
    @TestSecurity(user = "vic@viewers.example", roles = VIEWER)
    @JwtSecurity(claims = @Claim(key = "company", value = "viewers"))
    void a_viewer_finds_the_own_companys_letters_without_people_and_answers() {
        // given
        LetterId own = aLetter()
                .of("viewers")
                .from("secret-id")
                .answering("secret answer")
                .in(database);
        aLetter().of("others").in(database);
        // when
        String found = search("{}")
                .statusCode(200)
                .body("letters.id", contains(own.toString()))
                .extract()
                .asString();
        String look = look(own, "").statusCode(200).extract().asString();
        // then
        assertThat(found).doesNotContain("secret").contains("•••");
        assertThat(look).doesNotContain("secret", "\"raw\"").contains("•••", "How?", "attribute-q1");
        look(own, "")
                .body("sent[0].object.braze_id", equalTo("•••"))
                .body("sent[0].object.attribute-q1", equalTo("•••"))
                .body("attempts.what", contains("FIRST_FAILURE", "LAST_FAILURE"))
                .body("attempts[1].status", equalTo(400));
    }

    @Test
    @TestSecurity(user = "vic@viewers.example", roles = VIEWER)
    @JwtSecurity(claims = @Claim(key = "company", value = "viewers-2"))
    void a_viewer_reveals_nothing_and_learns_nothing_of_others() {
        // given
        LetterId own = aLetter().of("viewers-2").in(database);
        LetterId other = aLetter().of("others").in(database);
        LetterId nobodys = aLetter().of("").dyingOf(Reason.WRONG_KEY).in(database);
        // then
        look(own, "?reveal=true").statusCode(403).body("type", equalTo("role-too-small"));
        search("{\"company\":\"others\"}").statusCode(404);
        summary("{\"company\":\"others\"}").statusCode(404);
        String unknown = look(new LetterId(7, 7), "?reveal=true")
                .statusCode(404)
                .extract()
                .asString();
        assertThat(look(other, "?reveal=true").statusCode(404).extract().asString())
                .isEqualTo(unknown);
        assertThat(look(nobodys, "").statusCode(404).extract().asString()).isEqualTo(unknown);
    }

    @Test
    @TestSecurity(user = "amy@admins.example", roles = ADMIN)
    @JwtSecurity(claims = @Claim(key = "company", value = "admins"))
    void an_admin_reveals_a_letter_of_the_own_company_and_that_is_recorded() {
        // given
        LetterId own = aLetter().of("admins").from("ana-1").answering("slow").in(database);
        LetterId other = aLetter().of("others").in(database);
        // when
        look(own, "?reveal=true")
                .statusCode(200)
                .body("event.respondent.brazeId", equalTo("ana-1"))
                .body("event.answers[0].value", equalTo("slow"))
                .body("letter.respondent.brazeId", equalTo("ana-1"))
                .header("Cache-Control", equalTo("no-store"))
                .body("sent[0].object.attribute-q1", equalTo("slow"))
                .body("sent[0].object.braze_id", equalTo("ana-1"))
                .body("raw.key", equalTo("YWRtaW5zfGJyYXplOmFuYS0x"))
                .body("headers.name", hasItems("ce_id", "relay-reason"));
        // then
        given().get("/api/audit?action=reveal")
                .then()
                .statusCode(200)
                .body("acts", hasSize(1))
                .body("acts[0].who", equalTo("amy@admins.example"))
                .body("acts[0].role", equalTo("admin"))
                .body("acts[0].details.letter", equalTo(own.toString()))
                .body("counts.reveal", equalTo(1));
        look(own, "").statusCode(200).body("event.respondent.brazeId", equalTo("•••"));
        look(other, "?reveal=true").statusCode(404);
    }

    @Test
    @TestSecurity(user = "ops@example.com", roles = OPERATOR)
    @JwtSecurity
    void an_operator_sees_every_company_and_what_belongs_to_none() {
        // given
        LetterId some = aLetter().of("some-1").to("survey-of-operators").in(database);
        LetterId nobodys = aLetter()
                .of("")
                .to("survey-of-operators")
                .dyingOf(Reason.WRONG_KEY)
                .in(database);
        // then
        search("{\"survey\":\"survey-of-operators\"}")
                .statusCode(200)
                .body("letters.id", contains(nobodys.toString(), some.toString()));
        search("{\"survey\":\"survey-of-operators\",\"company\":\"\"}")
                .statusCode(200)
                .body("letters.id", contains(nobodys.toString()));
        look(nobodys, "?reveal=true").statusCode(200).body("event.respondent.brazeId", equalTo("ana"));
        given().get("/api/audit?company=&action=reveal")
                .then()
                .body("acts.details.letter", hasItem(nobodys.toString()));
    }

    @Test
    @TestSecurity(user = "ops@example.com", roles = OPERATOR)
    @JwtSecurity
    void pages_follow_one_another_without_a_gap() {
        // given
        Instant now = Instant.now();
        List<String> newestFirst = Stream.of(1, 2, 3)
                .map(age -> aLetter()
                        .of("paged")
                        .at(now.minusSeconds(age))
                        .in(database)
                        .toString())
                .toList();
        // when
        String next = search("{\"company\":\"paged\",\"limit\":2}")
                .statusCode(200)
                .body("letters.id", equalTo(newestFirst.subList(0, 2)))
                .extract()
                .path("next");
        // then
        search("{\"company\":\"paged\",\"limit\":2,\"after\":\"" + next + "\"}")
                .statusCode(200)
                .body("letters.id", equalTo(newestFirst.subList(2, 3)))
                .body("next", nullValue());
    }

    @Test
    @TestSecurity(user = "ops@example.com", roles = OPERATOR)
    @JwtSecurity
    void a_person_is_found_by_either_id_in_the_body() {
        // given
        LetterId hers = aLetter().of("found").from("ana-found").in(database);
        // then
        search("{\"respondent\":{\"brazeId\":\"ana-found\"}}").body("letters.id", contains(hers.toString()));
        search("{\"respondent\":{\"externalId\":\"ana-found\"}}").body("letters", hasSize(0));
    }

    @Test
    @TestSecurity(user = "ops@example.com", roles = OPERATOR)
    @JwtSecurity
    void a_summary_says_what_failed_why_for_whom_and_since_when() {
        // given
        aLetter().of("summed").saying("Attribute 12 is not allowed").in(database);
        aLetter().of("summed").saying("Attribute 99 is not allowed").in(database);
        aLetter().of("summed").dyingOf(Reason.EXPIRED).saying("Waited too long").in(database);
        // then
        summary("{\"company\":\"summed\"}")
                .statusCode(200)
                .body("letters", equalTo(3))
                .body("states.OPEN", equalTo(3))
                .body("groups", hasSize(2))
                .body("groups[0].letters", equalTo(2))
                .body("groups[0].text", equalTo("Attribute # is not allowed"))
                .body("groups[0].reason", equalTo("REJECTED"))
                .body("groups[0].status", equalTo(400))
                .body("buckets.letters.sum()", equalTo(3));
    }

    @Test
    @TestSecurity(user = "ops@example.com", roles = OPERATOR)
    @JwtSecurity
    void what_cannot_be_understood_is_refused_in_words() {
        search("{\"reasons\":\"REJECTED\"}").statusCode(400).body("at", equalTo("/reasons"));
        search("{\"after\":\"nonsense\"}").statusCode(400).body("type", equalTo("bad-cursor"));
        search("{\"limit\":\"many\"}").statusCode(400).body("type", equalTo("bad-limit"));
        search("{\"limit\":0}").statusCode(400).body("type", equalTo("bad-limit"));
        search("{\"state\":\"GONE\"}").statusCode(400);
        search("{\"company\":\"ACME!\"}").statusCode(422).body("field", equalTo("company"));
        search("[]").statusCode(400);
        given().contentType(ContentType.JSON)
                .post("/api/dead-letters/search")
                .then()
                .statusCode(400);
        given().get("/api/dead-letters/nonsense").then().statusCode(404);
    }

    @Test
    @TestSecurity
    void a_visitor_gets_nothing() {
        search("{}").statusCode(401);
        summary("{}").statusCode(401);
        look(new LetterId(1, 1), "").statusCode(401);
        given().get("/api/audit").then().statusCode(401);
    }

    private static ValidatableResponse search(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/dead-letters/search")
                .then();
    }

    private static ValidatableResponse summary(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/dead-letters/summary")
                .then();
    }

    private static ValidatableResponse look(LetterId id, String query) {
        return given().get("/api/dead-letters/" + id + query).then();
    }
}
