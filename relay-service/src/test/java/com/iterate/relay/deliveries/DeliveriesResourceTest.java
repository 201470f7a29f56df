package com.iterate.relay.deliveries;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.aMapWithSize;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingTestResource.class, initArgs = @ResourceArg(name = "database", value = "relay"))
@WithTestResource(Neighbours.class)
@TestSecurity(user = "vic@acme.example", roles = "viewer")
@JwtSecurity(claims = @Claim(key = "company", value = "acme"))
class DeliveriesResourceTest {

    private static final List<Map<String, Object>> ONE = List.of(Map.of("partition", 210, "offset", 11));

    @Inject
    RegisterRows rows;

    @BeforeEach
    void an_answer_of_acme_was_rejected() {
        Page page = new Page(
                List.of(Notes.rejected(210, 11)),
                List.of(new Page.Mark(210, 10, Notes.NOON), new Page.Mark(210, 20, Notes.NOON)),
                List.of());
        rows.write(page).toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Test
    void a_viewer_asks_for_the_own_company_by_its_name_or_without() {
        for (Map<String, Object> question :
                List.<Map<String, Object>>of(Map.of("positions", ONE), Map.of("company", "acme", "positions", ONE))) {
            asks(question)
                    .statusCode(200)
                    .body("deliveries[0].partition", equalTo(210))
                    .body("deliveries[0].offset", equalTo(11))
                    .body("deliveries[0].state", equalTo("accepted"))
                    .body("deliveries[0].answers.score[0].as", equalTo("attribute"))
                    .body("deliveries[0].answers.score[0].state", equalTo("rejected"))
                    .body("deliveries[0].answers.score[0].reason", equalTo("REJECTED"))
                    .body("deliveries[0].answers.score[0].words", equalTo("'csat' is not valid"));
        }
    }

    @Test
    @TestSecurity(user = "bea@globex.example", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "company", value = "globex"))
    void another_company_learns_nothing_of_it() {
        asks(Map.of("positions", ONE)).statusCode(200).body("deliveries[0].answers", aMapWithSize(0));
        asks(Map.of("company", "acme", "positions", ONE)).statusCode(404);
    }

    @Test
    @TestSecurity(user = "olga@iterate.example", roles = "operator")
    @JwtSecurity(claims = {})
    void an_operator_says_whose() {
        asks(Map.of("company", "acme", "positions", ONE)).statusCode(200);
        asks(Map.of("positions", ONE)).statusCode(422).body("field", equalTo("company"));
    }

    @Test
    @TestSecurity
    void a_visitor_may_not_ask() {
        asks(Map.of("company", "acme", "positions", ONE)).statusCode(401);
    }

    @Test
    void a_question_has_positions_and_not_too_many() {
        asks(Map.of("positions", List.of())).statusCode(200).body("deliveries", hasSize(0));
        asks(Map.of()).statusCode(422).body("field", equalTo("positions"));
        asks(Map.of(
                        "positions",
                        IntStream.range(0, 1001)
                                .mapToObj(offset -> Map.of("partition", 0, "offset", offset))
                                .toList()))
                .statusCode(422);
        asks(Map.of("company", "No company", "positions", ONE)).statusCode(422);
        given().contentType(ContentType.JSON).post("/api/deliveries").then().statusCode(400);
    }

    private static ValidatableResponse asks(Map<String, Object> question) {
        return given().contentType(ContentType.JSON)
                .body(question)
                .post("/api/deliveries")
                .then();
    }
}
