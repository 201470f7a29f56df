package com.iterate.survey.respond;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.iterate.contracts.Decoded;
import com.iterate.contracts.Delivery;
import com.iterate.contracts.ResponseDecoder;
import com.iterate.contracts.ResponseSubmitted;
import com.iterate.contracts.Topic;
import com.iterate.survey.results.TestBroker;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestSecurity(user = "ana@acme.test", roles = "admin")
@JwtSecurity(claims = @Claim(key = "company", value = "acme"))
class ApiJourneyTest extends RespondJourney {

    @Inject
    TestBroker kafka;

    @Test
    void an_answer_is_accepted_once_it_lies_in_kafka_and_shows_in_the_results() {
        // given
        String survey = publishedSurvey();
        sendsToBraze(
                survey,
                Map.of(
                        "enabled",
                        true,
                        "attributes",
                        Map.of("score", "nps_" + survey),
                        "excluded",
                        List.of("arrived")));
        // when
        JsonPath receipt = accepted(
                survey,
                Map.of(
                        "respondent", Map.of("brazeId", "5fbd"),
                        "answers", List.of(answer("score", 0), answer("arrived", false)),
                        "completed", true));
        // then
        List<ConsumerRecord<String, byte[]>> records = recordsOf(receipt.getString("responseId"));
        assertThat(records).hasSize(2).allSatisfy(record -> assertThat(record.key())
                .isEqualTo("acme|braze:5fbd"));
        ResponseSubmitted score = event(records.get(0));
        assertThat(score.deliver()).containsExactly(Delivery.BRAZE_ATTRIBUTES);
        assertThat(score.answers().get(0).attribute()).contains("nps_" + survey);
        assertThat(event(records.get(1)).deliver()).isEmpty();
        assertThat(event(records.get(1)).completed()).isTrue();
        eventuallyCounts(survey, 1);
        JsonPath results = results(survey);
        assertThat(results.getInt("completed")).isEqualTo(1);
        assertThat(results.getInt("questions[0].answers")).isEqualTo(1);
        assertThat(results.getInt("questions[0].nps.detractors")).isEqualTo(1);
        assertThat(results.getFloat("questions[0].average")).isZero();
        assertThat(results.getInt("questions[1].distribution.find { it.value == 'false' }.count"))
                .isEqualTo(1);
    }

    @Test
    void the_same_answer_posted_twice_is_one_answer_and_a_first_one_given_again_is_the_newest() {
        // given
        String survey = publishedSurvey();
        JsonPath first = accepted(survey, Map.of("answers", List.of(answer("score", 3))));
        String token = first.getString("response");
        // when
        for (int score : List.of(3, 9, 3)) {
            accepted(survey, Map.of("response", token, "answers", List.of(answer("score", score))));
        }
        // then
        List<String> ids = recordsOf(first.getString("responseId")).stream()
                .map(record -> new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8))
                .toList();
        assertThat(ids).hasSize(4);
        assertThat(ids.get(1)).isEqualTo(ids.get(0));
        assertThat(ids.get(3)).isEqualTo(ids.get(0));
        assertThat(ids.get(2)).isNotEqualTo(ids.get(0));
        await().atMost(SOON).untilAsserted(() -> {
            JsonPath responses = responses(survey);
            assertThat(responses.getList("responses")).hasSize(1);
            assertThat(responses.getInt("responses[0].answers[0].value")).isEqualTo(3);
            assertThat(responses.getLong("responses[0].answers[0].position.offset"))
                    .isEqualTo(recordsOf(first.getString("responseId")).get(3).offset());
        });
    }

    @Test
    void null_takes_an_answer_back() {
        // given
        String survey = publishedSurvey();
        JsonPath first = accepted(survey, Map.of("answers", List.of(answer("score", 9))));
        eventuallyCounts(survey, 1);
        Map<String, Object> back = new HashMap<>();
        back.put("questionId", "score");
        back.put("value", null);
        // when
        accepted(survey, Map.of("response", first.getString("response"), "answers", List.of(back)));
        // then
        await().atMost(SOON).untilAsserted(() -> assertThat(results(survey).getInt("questions[0].answers"))
                .isZero());
    }

    @Test
    void a_response_cannot_be_moved_to_another_person_or_survey() {
        // given
        String survey = publishedSurvey();
        String other = publishedSurvey();
        String token = accepted(
                        survey, Map.of("respondent", Map.of("brazeId", "ana"), "answers", List.of(answer("score", 9))))
                .getString("response");
        Object asBob = Map.of(
                "response", token, "respondent", Map.of("brazeId", "bob"), "answers", List.of(answer("score", 1)));
        Object asAna = Map.of(
                "response", token, "respondent", Map.of("brazeId", "ana"), "answers", List.of(answer("score", 1)));
        // when
        submits(survey, asBob).then().statusCode(422).body("type", equalTo("another-respondent"));
        // then
        submits(other, asAna).then().statusCode(422).body("type", equalTo("invalid-response"));
        submits(survey, asAna).then().statusCode(202);
    }

    @Test
    void one_bad_answer_among_good_ones_names_its_question_and_publishes_nothing() {
        // given
        String survey = publishedSurvey();
        // when
        submits(survey, Map.of("answers", List.of(answer("arrived", true), answer("score", 11))))
                // then
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.questionId", equalTo(List.of("score")))
                .body(not(containsString("11")));
        accepted(survey, Map.of("answers", List.of(answer("score", 9))));
        eventuallyCounts(survey, 1);
        assertThat(results(survey).getInt("questions[1].answers")).isZero();
    }

    @Test
    void every_fault_has_a_status_of_its_own_and_is_a_problem() {
        String survey = publishedSurvey();
        String path = "/api/surveys/" + survey + "/responses";

        problem(given().contentType(ContentType.JSON).body("{\"answers\":[").post(path), 400);
        problem(given().contentType(ContentType.JSON).body("null").post(path), 400);
        problem(given().contentType(ContentType.JSON).body("[]").post(path), 400);
        problem(submits("AAAAAAAAAAAAAAAA", Map.of("answers", List.of(answer("score", 1)))), 404);
        problem(submits(survey, Map.of("answers", List.of(answer("why", "x".repeat(70_000))))), 413);
        problem(given().contentType(ContentType.TEXT).body("9").post(path), 415);
        problem(submits(survey, Map.of("answers", List.of())), 422);
        problem(submits(survey, Map.of("answers", List.of(answer("score", "9 of 10")))), 422);
        problem(submits(survey, "{\"answers\":[{\"questionId\":\"why\",\"value\":\"half \\ud800 pair\"}]}"), 422);
        problem(submits(survey, Map.of("answers", List.of(Map.of("questionId", "score")))), 422);
        problem(
                submits(
                        survey,
                        Map.of(
                                "respondent", Map.of("brazeId", "a", "externalId", "b"),
                                "answers", List.of(answer("score", 1)))),
                422);
        close(survey);
        problem(submits(survey, Map.of("answers", List.of(answer("score", 1)))), 410);
        assertThat(results(survey).getInt("started")).isZero();
    }

    private static void problem(io.restassured.response.Response response, int status) {
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status));
    }

    private static ResponseSubmitted event(ConsumerRecord<String, byte[]> record) {
        return ((Decoded.Event) ResponseDecoder.decode(record.value())).value();
    }

    private List<ConsumerRecord<String, byte[]>> recordsOf(String responseId) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.RESPONSES.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.seekToBeginning(partitions);
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (Arrays.equals(
                            record.headers().lastHeader("ce_subject").value(),
                            responseId.getBytes(StandardCharsets.UTF_8))) {
                        found.add(record);
                    }
                });
            }
            return found;
        }
    }
}
