package com.iterate.survey.results;

import static com.iterate.survey.respond.APublishedSurvey.aPublishedSurvey;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.iterate.contracts.Answer;
import com.iterate.contracts.AnswerValue;
import com.iterate.contracts.CloudEventHeaders;
import com.iterate.contracts.Respondent;
import com.iterate.contracts.ResponseEncoder;
import com.iterate.contracts.ResponseSubmitted;
import com.iterate.contracts.Topic;
import com.iterate.survey.catalog.AnotherCompany;
import com.iterate.survey.catalog.PublishedSurvey;
import com.iterate.survey.relay.Position;
import com.iterate.survey.respond.RespondJourney;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestSecurity(user = "vic@acme.test", roles = "admin")
@JwtSecurity(claims = @Claim(key = "company", value = "acme"))
class ResultsJourneyTest extends RespondJourney {

    @Inject
    TestBroker kafka;

    @Inject
    AnswerStore store;

    @Test
    void what_nobody_can_read_holds_up_nothing_behind_it() throws Exception {
        // given
        String survey = publishedSurvey();
        ResponseSubmitted good = answer(survey, "r-good", 9, Instant.now());
        // when
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(record(good.key(), "not json".getBytes(StandardCharsets.UTF_8)));
            producer.send(record(good.key(), null));
            producer.send(record(
                    "acme|braze:somebody-else", ResponseEncoder.encode(answer(survey, "r-bad", 1, Instant.now()))));
            producer.send(new ProducerRecord<>(Topic.RESPONSES.name(), good.key(), ResponseEncoder.encode(good)));
            producer.send(record(good.key(), ResponseEncoder.encode(withNul(survey))));
            producer.send(record(good.key(), ResponseEncoder.encode(tooLongForAnIndex())));
            producer.send(record(good.key(), ResponseEncoder.encode(good))).get();
        }
        // then
        await().atMost(SOON).untilAsserted(() -> assertThat(responses(survey).getList("responses.responseId"))
                .containsExactlyInAnyOrder("r-good", "r-nul"));
        assertThat(results(survey).getInt("questions[0].nps.promoters")).isEqualTo(1);
    }

    @Test
    void writing_again_or_an_older_one_later_changes_nothing() throws SQLException {
        // given
        String survey = publishedSurvey();
        Instant now = Instant.parse("2026-11-23T13:00:00Z");
        RecordedAnswer older = recorded(answer(survey, "r1", 3, now), 7);
        RecordedAnswer newer = recorded(answer(survey, "r1", 9, now.plusMillis(1)), 8);
        store.write(List.of(newer));
        // when
        store.write(List.of(older));
        store.write(List.of(newer, older));
        // then
        JsonPath responses = responses(survey);
        assertThat(responses.getInt("responses[0].answers[0].value")).isEqualTo(9);
        assertThat(responses.getInt("responses[0].answers[0].position.offset")).isEqualTo(8);
        assertThat(responses.getString("responses[0].startedAt")).isEqualTo("2026-11-23T13:00:00Z");
    }

    @Test
    void pages_of_responses_hold_each_once_newest_first() throws SQLException {
        // given
        String survey = publishedSurvey();
        Instant now = Instant.parse("2026-11-23T13:00:00Z");
        List<RecordedAnswer> answers = new ArrayList<>();
        for (int at = 0; at < 5; at++) {
            answers.add(recorded(answer(survey, "r" + at, at, now.plusSeconds(at / 2)), at));
        }
        store.write(answers);
        // when
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            JsonPath page = given().get("/api/surveys/" + survey + "/responses?limit=2" + next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("responses.responseId"));
            next = page.getString("next") == null ? null : "&after=" + page.getString("next");
        } while (next != null);
        // then
        assertThat(seen).containsExactly("r4", "r3", "r2", "r1", "r0");
        given().get("/api/surveys/" + survey + "/responses?after=nonsense")
                .then()
                .statusCode(400);
        given().get("/api/surveys/" + survey + "/responses?limit=0").then().statusCode(400);
    }

    @Test
    @TestSecurity(user = "bea@globex.test", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "company", value = "globex"))
    void another_companys_results_are_as_unknown_as_none() {
        // given
        PublishedSurvey theirs = aPublishedSurvey().build();
        AnotherCompany.publishes(published, theirs);
        for (String what : List.of("results", "responses", "responses.csv")) {
            // when
            String never = refused("AAAAAAAAAAAAAAAA", what);
            String notTheirs = refused(theirs.id(), what);
            // then
            assertThat(notTheirs).isEqualTo(never).contains("not-found");
        }
    }

    @Test
    @TestSecurity
    void a_visitor_sees_no_results() {
        for (String what : List.of("results", "responses", "responses.csv")) {
            given().get("/api/surveys/AAAAAAAAAAAAAAAA/" + what).then().statusCode(401);
        }
    }

    private static String refused(String survey, String what) {
        return given().get("/api/surveys/" + survey + "/" + what)
                .then()
                .statusCode(404)
                .extract()
                .asString();
    }

    private static ResponseSubmitted withNul(String survey) {
        return of(survey, "r-nul", "why", new AnswerValue.Text("a\0b"), Instant.now());
    }

    /** Within the contract, and more than a row of a Postgres index holds. */
    private static ResponseSubmitted tooLongForAnIndex() {
        String id =
                Stream.generate(UUID::randomUUID).limit(27).map(UUID::toString).collect(Collectors.joining());
        return of(id, id, id, new AnswerValue.Text("x"), Instant.now());
    }

    private static ResponseSubmitted answer(String survey, String response, int score, Instant at) {
        return of(survey, response, "score", new AnswerValue.Number(BigDecimal.valueOf(score)), at);
    }

    private static ResponseSubmitted of(
            String survey, String response, String question, AnswerValue value, Instant at) {
        Answer answer = new Answer(question, "How?", Optional.empty(), value, Optional.of("nps"), Optional.empty());
        return new ResponseSubmitted(
                "acme",
                survey,
                "Survey",
                1,
                response,
                new Respondent.Braze("ana"),
                at,
                false,
                Set.of(),
                List.of(answer));
    }

    private static RecordedAnswer recorded(ResponseSubmitted event, int offset) {
        return new RecordedAnswer(event, event.answers().get(0), "id", new Position(0, offset));
    }

    private static ProducerRecord<String, byte[]> record(String key, byte[] value) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(Topic.RESPONSES.name(), key, value);
        record.headers()
                .add(CloudEventHeaders.TYPE, CloudEventHeaders.RESPONSE_SUBMITTED.getBytes(StandardCharsets.UTF_8));
        return record;
    }
}
