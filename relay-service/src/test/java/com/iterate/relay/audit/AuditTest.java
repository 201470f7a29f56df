package com.iterate.relay.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.iterate.backing.BackingTestResource;
import com.iterate.relay.database.Transactions;
import com.iterate.relay.intake.Neighbours;
import com.iterate.webkit.Member;
import com.iterate.webkit.Role;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = BackingTestResource.class, initArgs = @ResourceArg(name = "database", value = "relay"))
@WithTestResource(Neighbours.class)
class AuditTest {

    @Inject
    DataSource database;

    @Inject
    Transactions transactions;

    @Inject
    Audit audit;

    @Test
    @TestSecurity(user = "ops@example.com", roles = "operator")
    @JwtSecurity
    void acts_are_read_newest_first_page_by_page_with_how_often_each_was_done() {
        // given
        record(Action.DISCARD, "paged-audit", Map.of("letters", 1));
        record(Action.DISCARD, "paged-audit", Map.of("letters", 2));
        record(Action.REPLAY_START, "paged-audit", Map.of("letters", List.of(3)));
        // when
        String next = given().get("/api/audit?company=paged-audit&limit=2")
                .then()
                .statusCode(200)
                .body("acts.action", contains("replay-start", "discard"))
                .body("acts[1].details.letters", equalTo(2))
                .body("counts.discard", equalTo(2))
                .body("counts.'replay-start'", equalTo(1))
                .extract()
                .path("next");
        // then
        given().queryParam("after", next)
                .get("/api/audit?company=paged-audit&limit=2")
                .then()
                .body("acts.details.letters", contains(1))
                .body("next", nullValue());
    }

    @Test
    @TestSecurity(user = "ops@example.com", roles = "operator")
    @JwtSecurity
    void acts_are_found_by_time_and_action() {
        // given
        record(Action.EXPORT, "timed-audit", Map.of());
        String later = Instant.now().plusSeconds(60).toString();
        String earlier = Instant.now().minusSeconds(60).toString();
        // then
        given().get("/api/audit?company=timed-audit&from=" + earlier + "&to=" + later + "&action=export")
                .then()
                .body("acts", hasSize(1));
        given().get("/api/audit?company=timed-audit&from=" + later).then().body("acts", hasSize(0));
        given().get("/api/audit?company=timed-audit&action=discard").then().body("acts", hasSize(0));
    }

    @Test
    @TestSecurity(user = "amy@audit.example", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "company", value = "own-audit"))
    void an_admin_reads_what_concerns_the_own_company() {
        // given
        record(Action.DISCARD, "own-audit", Map.of());
        record(Action.DISCARD, "other-audit", Map.of());
        // then
        given().get("/api/audit")
                .then()
                .statusCode(200)
                .body("acts", hasSize(1))
                .body("acts.company", everyItem(equalTo("own-audit")));
        given().get("/api/audit?company=other-audit").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"after=nonsense", "action=dance", "from=yesterday", "limit=0", "limit=201", "limit=many"})
    @TestSecurity(user = "ops@example.com", roles = "operator")
    @JwtSecurity
    void what_cannot_be_understood_is_refused(String query) {
        given().get("/api/audit?" + query).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit set who = 'somebody'", "delete from audit", "truncate audit"})
    void nobody_changes_what_was_recorded(String statement) {
        // given
        record(Action.REBUILD, "fixed-audit", Map.of());
        // then
        assertThatThrownBy(() -> execute(statement)).hasMessageContaining("only ever added to");
    }

    private void record(Action action, String company, Map<String, Object> details) {
        Member operator = new Member("ops@example.com", Role.OPERATOR, Optional.empty());
        Entry entry = new Entry(operator, action, Optional.of(company), details);
        transactions.run(connection -> {
            audit.record(connection, entry);
            return entry;
        });
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
