package com.iterate.relay.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.iterate.backing.BackingTestResource;
import com.iterate.relay.lanes.Loop;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

/** What Kubernetes asks, and what it may conclude. */
@QuarkusTest
@TestProfile(HealthTest.Impatient.class)
@WithTestResource(value = BackingTestResource.class, initArgs = @ResourceArg(name = "database", value = "relay"))
@WithTestResource(Neighbours.class)
class HealthTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TestHTTPResource(value = "/health", management = true)
    URL health;

    @Inject
    @Any
    Instance<HealthCheck> checks;

    @Inject
    Loop loop;

    @Test
    void alive_means_that_the_loop_beats_and_that_kafka_is_polled() {
        await().atMost(SOON).untilAsserted(() -> {
            JsonPath live = ask("/live");
            assertThat(live.getString("status")).isEqualTo("UP");
            assertThat(live.getList("checks.name")).contains("The lanes' loop runs", "Kafka is polled");
        });
    }

    @Test
    void ready_means_connected_to_kafka_and_not_told_to_stop() {
        await().atMost(SOON).untilAsserted(() -> {
            JsonPath ready = ask("/ready");
            assertThat(ready.getString("status")).isEqualTo("UP");
            // The second goes down when the service is told to stop, before it stops.
            assertThat(ready.getList("checks.name")).containsExactlyInAnyOrder("Kafka is reached", "Graceful Shutdown");
        });
    }

    @Test
    void a_loop_that_stands_still_is_reported_and_forgotten_when_it_runs_again() {
        // given
        CountDownLatch goOn = new CountDownLatch(1);
        loop.execute(() -> waitFor(goOn));
        // when
        await().atMost(SOON).until(() -> loopCheck().getStatus() == Status.DOWN);
        goOn.countDown();
        // then
        await().atMost(SOON).until(() -> loopCheck().getStatus() == Status.UP);
    }

    private JsonPath ask(String kind) {
        return given().get(health + kind).jsonPath();
    }

    /** Not over HTTP: the loop that is held up may be the one that would answer. */
    private HealthCheckResponse loopCheck() {
        return checks.stream()
                .map(HealthCheck::call)
                .filter(each -> each.getName().startsWith("The lanes' loop"))
                .findFirst()
                .orElseThrow();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** A second of silence is long. */
    public static final class Impatient implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("relay.health.beat", "100ms", "relay.health.longest-silence", "1s");
        }
    }
}
