package com.iterate.relay.projection;

import static com.iterate.relay.projection.ALetter.aLetter;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.iterate.backing.BackingTestResource;
import com.iterate.relay.deadletters.DeadLetterTopic;
import com.iterate.relay.intake.Neighbours;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import io.restassured.http.ContentType;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** From the topic into the view, and once more. */
@QuarkusTest
@WithTestResource(value = BackingTestResource.class, initArgs = @ResourceArg(name = "database", value = "relay"))
@WithTestResource(Neighbours.class)
class RebuildTest {

    /** The projector needs a moment to join its group. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    DeadLetterTopic topic;

    @Inject
    DataSource database;

    @Inject
    ProjectionConfig config;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Inject
    Projection projection;

    @Inject
    CleanUp cleanUp;

    @Test
    @TestSecurity(user = "ops@example.com", roles = "operator")
    @JwtSecurity
    void a_rebuild_brings_back_every_letter_with_what_became_of_it() {
        // given
        IntStream.range(0, 20)
                .forEach(each -> topic.write(
                        aLetter().of("rebuilt").from("person-" + each).deadLetter()));
        await().atMost(PATIENCE).until(() -> letters("rebuilt").size() == 20);
        String discarded = letters("rebuilt").keySet().iterator().next();
        given().contentType(ContentType.JSON)
                .body("{\"ids\":[\"" + discarded + "\"],\"reason\":\"x\"}")
                .post("/api/dead-letters/discards")
                .then()
                .body("discarded", equalTo(1));
        Map<String, String> before = letters("rebuilt");
        // Not on the topic, and so only in the view.
        aLetter().of("rebuilt").in(database);
        // when
        given().post("/api/dead-letters/rebuild").then().statusCode(202).body("rebuilding", equalTo(true));
        // then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(letters("rebuilt")).isEqualTo(before));
        given().contentType(ContentType.JSON)
                .body("{\"company\":\"rebuilt\"}")
                .post("/api/dead-letters/summary")
                .then()
                .body("letters", equalTo(20))
                .body("states.DISCARDED", equalTo(1));
        given().get("/api/audit?company=&action=rebuild").then().body("acts.who", hasItem("ops@example.com"));
    }

    @Test
    @TestSecurity(user = "ops@example.com", roles = "operator")
    @JwtSecurity
    void two_relays_share_the_reading_and_a_rebuild_reaches_both() throws InterruptedException {
        // given
        Projector second =
                new Projector(config, kafka, projection, cleanUp, new ProjectionLag(new SimpleMeterRegistry()));
        second.start(new StartupEvent());
        IntStream.range(0, 50)
                .forEach(each -> topic.write(
                        aLetter().of("shared").from("person-" + each).deadLetter()));
        await().atMost(PATIENCE).until(() -> letters("shared").size() == 50);
        Map<String, String> before = letters("shared");
        // when
        given().post("/api/dead-letters/rebuild").then().statusCode(202);
        // then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(letters("shared")).isEqualTo(before));
        second.stop(new ShutdownEvent());
        topic.write(aLetter().of("shared").from("late").deadLetter());
        await().atMost(PATIENCE).until(() -> letters("shared").size() == 51);
    }

    @Test
    @TestSecurity(user = "amy@acme.example", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "company", value = "acme"))
    void a_rebuild_is_the_operators() {
        given().post("/api/dead-letters/rebuild").then().statusCode(403);
    }

    /** States by id. */
    private static Map<String, String> letters(String company) {
        List<Map<String, Object>> letters = given().contentType(ContentType.JSON)
                .body("{\"company\":\"" + company + "\",\"limit\":200}")
                .post("/api/dead-letters/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("letters");
        return letters.stream().collect(Collectors.toMap(each -> each.get("id").toString(), each -> each.get("state")
                .toString()));
    }
}
