package com.iterate.survey.respond;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import io.restassured.http.ContentType;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What spans tell once somebody says where they go. */
@QuarkusTest
@TestProfile(TracingTest.Followed.class)
@TestSecurity(user = "ana@acme.test", roles = "admin")
@JwtSecurity(claims = @Claim(key = "company", value = "acme"))
class TracingTest extends RespondJourney {

    private static final String PERSON = "the-braze-id-of-ana";

    @Inject
    InMemorySpanExporter exported;

    @Test
    void an_answer_is_followed_from_http_to_kafka_and_nobody_learns_whose_it_is() {
        // given
        String survey = publishedSurvey();
        exported.reset();
        // when
        given().get("/s/" + survey + "?user_braze_id=" + PERSON).then().statusCode(200);
        given().contentType(ContentType.JSON)
                .body(Map.of(
                        "respondent",
                        Map.of("brazeId", PERSON),
                        "answers",
                        List.of(Map.of("questionId", "why", "value", "a text of mine"))))
                .post("/api/surveys/" + survey + "/responses")
                .then()
                .statusCode(202);
        // then
        await().atMost(SOON).untilAsserted(() -> assertThat(exported.getFinishedSpanItems())
                .extracting(SpanData::getName)
                .anyMatch(name -> name.startsWith("POST "))
                .contains("publish answers"));
        SpanData publishing = named("publish answers");
        assertThat(exported.getFinishedSpanItems()).anySatisfy(request -> {
            assertThat(request.getName()).startsWith("POST ");
            assertThat(request.getSpanId()).isEqualTo(publishing.getParentSpanId());
        });
        assertThat(exported.getFinishedSpanItems().toString())
                .doesNotContain(PERSON)
                .doesNotContain("a text of mine")
                .doesNotContain("127.0.0.1");
    }

    private SpanData named(String name) {
        return exported.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Keeps spans in memory; the address is never called. */
    public static final class Followed implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:1",
                    "quarkus.otel.traces.sampler.arg", "1.0",
                    "quarkus.otel.bsp.schedule.delay", "100ms");
        }
    }

    static final class Exporter {

        @Produces
        @Singleton
        InMemorySpanExporter exporter() {
            return InMemorySpanExporter.create();
        }
    }
}
