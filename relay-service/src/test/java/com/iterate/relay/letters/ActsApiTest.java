package com.iterate.relay.letters;

import static com.iterate.relay.projection.ALetter.aLetter;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.iterate.backing.BackingTestResource;
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
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Discarding and exporting: who may, and what is recorded. */
@QuarkusTest
@WithTestResource(value = BackingTestResource.class, initArgs = @ResourceArg(name = "database", value = "relay"))
@WithTestResource(Neighbours.class)
class ActsApiTest {

    @Inject
    DataSource database;

    @Test
    @TestSecurity(user = "amy@discards.example", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "company", value = "discards"))
    void an_admin_discards_letters_of_the_own_company_by_their_ids() {
        // given
        LetterId own = aLetter().of("discards").in(database);
        LetterId other = aLetter().of("others").in(database);
        String body =
                "{\"ids\":[\"" + own + "\",\"" + other + "\",\"" + own + "\",\"5-5\"],\"reason\":\"a test survey\"}";
        // when
        discard(body).statusCode(200).body("discarded", equalTo(1)).body("unchanged", equalTo(2));
        // then
        discard(body).statusCode(200).body("discarded", equalTo(0)).body("unchanged", equalTo(3));
        given().get("/api/dead-letters/" + own)
                .then()
                .body("letter.state", equalTo("DISCARDED"))
                .body("letter.change.note", equalTo("a test survey"))
                .body("letter.change.by", equalTo("amy@discards.example"))
                .body("history", hasSize(1));
        given().get("/api/audit")
                .then()
                .body("acts", hasSize(1))
                .body("acts[0].action", equalTo("discard"))
                .body("acts[0].details.letters", equalTo(1))
                .body("acts[0].details.reason", equalTo("a test survey"));
    }

    @Test
    @TestSecurity(user = "ops@example.com", roles = "operator")
    @JwtSecurity
    void all_that_a_filter_finds_is_discarded_with_a_line_for_each_company() {
        // given
        IntStream.range(0, 3).forEach(each -> aLetter().of("bulk-1").to("bulk").in(database));
        aLetter().of("bulk-2").to("bulk").in(database);
        aLetter().of("bulk-2").to("another").in(database);
        // when
        discard("{\"filter\":{\"survey\":\"bulk\"},\"reason\":\"test data\"}")
                .statusCode(200)
                .body("discarded", equalTo(4))
                .body("remaining", equalTo(0));
        // then
        summary("{\"company\":\"bulk-2\"}").body("states.DISCARDED", equalTo(1)).body("states.OPEN", equalTo(1));
        given().get("/api/audit?company=bulk-1")
                .then()
                .body("acts", hasSize(1))
                .body("acts[0].details.letters", equalTo(3))
                .body("acts[0].details.filter.survey", equalTo("bulk"));
        discard("{\"filter\":{\"survey\":\"bulk\",\"state\":\"DELIVERED\"},\"reason\":\"x\"}")
                .statusCode(200)
                .body("discarded", equalTo(0));
    }

    @Test
    @TestSecurity(user = "ops@example.com", roles = "operator")
    @JwtSecurity
    void what_is_to_be_discarded_must_be_said_exactly_and_why() {
        discard("{\"filter\":{}}").statusCode(422).body("field", equalTo("reason"));
        discard("{\"reason\":\"x\"}").statusCode(422).body("field", equalTo("ids"));
        discard("{\"ids\":[\"1-1\"],\"filter\":{},\"reason\":\"x\"}").statusCode(422);
        discard("{\"ids\":[\"one\"],\"reason\":\"x\"}").statusCode(422).body("field", equalTo("id"));
        discard("{\"ids\":[null],\"reason\":\"x\"}").statusCode(422).body("field", equalTo("ids"));
        discard("{\"filter\":{\"surveys\":\"bulk\"},\"reason\":\"x\"}").statusCode(400);
    }

    @Test
    @TestSecurity(user = "vic@discards.example", roles = "viewer")
    @JwtSecurity(claims = @Claim(key = "company", value = "discards-2"))
    void a_viewer_discards_nothing_reads_no_audit_and_exports_without_people() {
        // given
        LetterId own =
                aLetter().of("discards-2").from("secret-id").answering("secret").in(database);
        // then
        discard("{\"ids\":[\"" + own + "\"],\"reason\":\"x\"}").statusCode(403);
        discard("{\"filter\":{\"company\":\"others\"},\"reason\":\"x\"}").statusCode(403);
        given().get("/api/audit").then().statusCode(403);
        export("?format=ndjson&reveal=true", "{}").statusCode(403);
        export("?reveal=true", "{}").statusCode(403);
        assertThat(export("?format=ndjson", "{}").statusCode(200).extract().asString())
                .contains(own.toString())
                .doesNotContain("secret");
        assertThat(export("", "{}").statusCode(200).extract().asString())
                .contains(own.toString())
                .doesNotContain("secret");
    }

    @Test
    @TestSecurity(user = "amy@exports.example", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "company", value = "exports"))
    void an_export_has_a_line_for_each_letter_and_is_recorded() {
        // given
        Instant now = Instant.now();
        LetterId older =
                aLetter().of("exports").saying("=1+1").at(now.minusSeconds(9)).in(database);
        LetterId newer = aLetter().of("exports").from("ana-exported").at(now).in(database);
        aLetter().of("others").in(database);
        // when
        String csv = export("?format=csv", "{}")
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .header("Content-Disposition", equalTo("attachment; filename=\"dead-letters.csv\""))
                .extract()
                .asString();
        String lines = export("?format=ndjson&reveal=true", "{\"state\":\"OPEN\"}")
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString();
        // then
        assertThat(csv.lines()).hasSize(3);
        assertThat(csv.lines().toList().get(0)).startsWith("\"id\",\"company\",\"state\"");
        assertThat(csv.lines().toList().get(1)).startsWith("\"" + newer + "\"").doesNotContain("ana-exported");
        assertThat(csv.lines().toList().get(2)).startsWith("\"" + older + "\"").contains("\"'=1+1\"");
        assertThat(lines.lines()).hasSize(2);
        assertThat(lines).contains("ana-exported", "\"raw\":{\"key\":\"");
        given().get("/api/audit?action=export")
                .then()
                .body("acts", hasSize(2))
                .body("acts[0].details.format", equalTo("ndjson"))
                .body("acts[0].details.sight", equalTo("revealed"))
                .body("acts[0].details.filter.company", equalTo("exports"));
    }

    @Test
    @TestSecurity(user = "ops@example.com", roles = "operator")
    @JwtSecurity
    void an_export_of_many_pages_has_every_letter_once() {
        // given
        IntStream.range(0, 120).forEach(each -> aLetter().of("many-pages").in(database));
        // when
        String lines = export("?format=ndjson", "{\"company\":\"many-pages\"}")
                .statusCode(200)
                .extract()
                .asString();
        // then
        assertThat(lines.lines().distinct()).hasSize(120);
    }

    @Test
    @TestSecurity
    void a_visitor_does_nothing() {
        discard("{\"filter\":{},\"reason\":\"x\"}").statusCode(401);
        export("", "{}").statusCode(401);
        given().post("/api/dead-letters/rebuild").then().statusCode(401);
    }

    @Test
    @TestSecurity(user = "ops@example.com", roles = "operator")
    @JwtSecurity
    void an_unknown_format_is_refused() {
        export("?format=xml", "{}").statusCode(400).body("type", equalTo("bad-format"));
    }

    private static ValidatableResponse discard(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/dead-letters/discards")
                .then();
    }

    private static ValidatableResponse summary(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/dead-letters/summary")
                .then();
    }

    private static ValidatableResponse export(String query, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/dead-letters/export" + query)
                .then();
    }
}
