package com.iterate.relay.erasures;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.iterate.backing.BackingTestResource;
import com.iterate.contracts.Respondent;
import com.iterate.erasures.ErasureList;
import com.iterate.relay.intake.Neighbours;
import com.iterate.relay.letters.ErasedPeople.CompanyPerson;
import com.iterate.relay.letters.LetterFilter;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingTestResource.class, initArgs = @ResourceArg(name = "database", value = "relay"))
@WithTestResource(Neighbours.class)
@TestSecurity(user = "amy@acme.example", roles = "admin")
@JwtSecurity(claims = @Claim(key = "company", value = "acme"))
class ErasureResourceTest {

    @Inject
    DataSource database;

    @Inject
    ErasureList erasures;

    @Inject
    PersonalLetters letters;

    private final String ana = "ana-" + UUID.randomUUID();

    @Test
    void a_persons_dead_letters_keep_no_content_and_it_stands_in_the_audit_without_a_name() throws SQLException {
        // given
        letter(1, "acme", "braze", ana);
        letter(2, "acme", "external", ana);
        letter(3, "globex", "braze", ana);
        guarded("acme|braze:" + ana);
        guarded("globex|braze:" + ana);
        // when
        erases(Map.of("company", "acme", "brazeId", ana))
                // then
                .statusCode(200)
                .body("company", equalTo("acme"))
                .body("stores.find { it.name == 'dead-letters' }.erased.letters", equalTo(1))
                .body("stores[0].name", equalTo("replays"))
                .body("stores.find { it.name == 'order-guard' }.erased.people", equalTo(1))
                .body("stores.find { it.name == 'delivery-records' }.erased.notes", equalTo(0));
        assertThat(one("select count(*) from dead_letter where respondent_id = '" + ana + "' and value is not null"))
                .isEqualTo(2);
        assertThat(one("select count(*) from audit where action = 'erase' and details::text like '%letters%'"
                        + " and details::text not like '%" + ana + "%'"))
                .isPositive();
        erases(Map.of("company", "acme", "brazeId", ana))
                .statusCode(200)
                .body("stores.find { it.name == 'dead-letters' }.erased.letters", equalTo(0));
    }

    @Test
    void from_then_on_lanes_and_projectors_know_the_person() throws SQLException {
        // given
        Respondent person = new Respondent.External(ana);
        assertThat(erasures.people().contains("acme", person)).isFalse();
        // when
        erases(Map.of("company", "acme", "externalId", ana)).statusCode(200);
        // then
        assertThat(erasures.people().contains("acme", person)).isTrue();
        CompanyPerson asked = new CompanyPerson("acme", new LetterFilter.Person(Optional.empty(), Optional.of(ana)));
        CompanyPerson elsewhere =
                new CompanyPerson("globex", new LetterFilter.Person(Optional.empty(), Optional.of(ana)));
        try (Connection connection = database.getConnection()) {
            assertThat(letters.among(connection, List.of(asked, elsewhere))).containsExactly(asked);
        }
    }

    @Test
    void a_person_is_named_by_one_good_id() {
        erases(Map.of("company", "acme")).statusCode(422);
        erases(Map.of("company", "acme", "brazeId", "a", "externalId", "b")).statusCode(422);
        erases(Map.of("company", "acme", "brazeId", " a")).statusCode(422);
        erases(Map.of("brazeId", "a")).statusCode(422);
        given().contentType(ContentType.JSON).post("/api/erasures").then().statusCode(400);
    }

    @Test
    @TestSecurity(user = "olga@iterate.example", roles = "operator")
    @JwtSecurity(claims = {})
    void an_operator_may_for_every_company() {
        erases(Map.of("company", "acme", "brazeId", ana)).statusCode(200);
    }

    @Test
    @TestSecurity(user = "vic@acme.example", roles = "viewer")
    @JwtSecurity(claims = @Claim(key = "company", value = "acme"))
    void a_viewer_may_not() {
        erases(Map.of("company", "acme", "brazeId", ana)).statusCode(403);
    }

    @Test
    @TestSecurity(user = "bea@globex.example", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "company", value = "globex"))
    void another_companys_admin_may_not() {
        erases(Map.of("company", "acme", "brazeId", ana)).statusCode(404);
    }

    @Test
    @TestSecurity
    void a_visitor_may_not() {
        erases(Map.of("company", "acme", "brazeId", ana)).statusCode(401);
    }

    private static ValidatableResponse erases(Map<String, String> body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/erasures")
                .then();
    }

    private long one(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void guarded(String key) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into guarded (person, partition, company) values (md5('" + key + "')::uuid, 300, 'acme')");
        }
    }

    private void letter(int partition, String company, String kind, String id) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into dead_letter (letter_partition, letter_offset, appended_at, original_partition, original_offset,
                        company, reason, status, problem, response, fingerprint, respondent_kind, respondent_id, value,
                        first_failed_at, last_failed_at, attempts, undelivered, headers, reference, state, replays)
                    values (%d, %d, now(), 300, 1, '%s', 'REJECTED', 400, '', '', '', '%s', '%s', '\\x00', now(), now(), 1,
                        '[]', '[]', false, 'OPEN', 0)
                    """.formatted(980 + partition, System.nanoTime() % 1_000_000_000, company, kind, id));
        }
    }
}
