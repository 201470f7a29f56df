package com.iterate.webkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableBodyTest {

    private final ObjectMapper json = new ObjectMapper();

    record Body(int count, Role role, List<Body> inner) {
        Body {
            if (count < 0) {
                throw new Problem(422, "count", "Count", "Count cannot be negative.");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{",
                "\"text\"",
                "{\"count\":\"secret\"}",
                "{\"role\":\"secret\"}",
                "{\"inner\":{}}",
                "{\"other\":1}"
            })
    void nothing_of_java_and_nothing_of_the_body_is_told(String body) {
        Problem problem = problemOf(body);

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.body().toString()).doesNotContain("com.iterate", "java.", "secret", "Body", "Role");
    }

    @Test
    void the_place_is_a_json_pointer() {
        assertThat(problemOf("{\"inner\":[{\"count\":\"x\"}]}").body()).containsEntry("at", "/inner/0/count");
    }

    @Test
    void a_rule_of_a_record_speaks_for_itself() {
        assertThat(problemOf("{\"count\":-1}").status()).isEqualTo(422);
    }

    @Test
    void nesting_without_end_is_refused() {
        assertThat(problemOf("{\"other\":" + "[".repeat(5_000)).status()).isEqualTo(400);
    }

    private Problem problemOf(String body) {
        return UnreadableBody.problem(
                catchThrowableOfType(JsonProcessingException.class, () -> json.readValue(body, Body.class)));
    }
}
