package com.iterate.relay.metrics;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import com.iterate.backing.BackingTestResource;
import com.iterate.relay.intake.Neighbours;
import com.iterate.relay.lanes.LaneState;
import com.iterate.relay.lanes.LaneState.Health;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** As a scraper sees it. */
@QuarkusTest
@WithTestResource(value = BackingTestResource.class, initArgs = @ResourceArg(name = "database", value = "relay"))
@WithTestResource(Neighbours.class)
class LaneGaugesTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Inject
    LaneGauges gauges;

    @Test
    void states_depth_and_age_are_there_to_be_scraped() {
        // given
        Instant now = Instant.now();
        LaneState waiting = new LaneState(
                "acme-metrics",
                Health.SUSPENDED,
                Optional.of("why"),
                Optional.of(now),
                7,
                Optional.of(now),
                Optional.empty());
        // The gauges look at the lanes by themselves; again and again until a scrape falls between.
        await().atMost(SOON).untilAsserted(() -> {
            // when
            gauges.show(List.of(waiting), now.plusSeconds(9));
            // then
            given().get(metrics)
                    .then()
                    .statusCode(200)
                    .body(containsString("relay_lanes{state=\"suspended\"} 1.0"))
                    .body(containsString("relay_lane_waiting{company=\"acme-metrics\"} 7.0"))
                    .body(containsString("relay_oldest_unfinished_seconds 9.0"))
                    .body(containsString("relay_intake_window_use"));
        });
    }
}
