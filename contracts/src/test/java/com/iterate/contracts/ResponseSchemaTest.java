package com.iterate.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResponseSchemaTest {

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final JsonSchema SCHEMA =
            FACTORY.getSchema(new ByteArrayInputStream(Samples.resource("/response-submitted.schema.json")));

    @ParameterizedTest
    @MethodSource("com.iterate.contracts.Samples#all")
    void the_schema_agrees_with_the_decoder(Samples sample) throws IOException {
        org.junit.jupiter.api.Assumptions.assumeFalse(sample.isBeyondSchema());
        // given
        JsonNode json = new ObjectMapper().readTree(sample.bytes());
        // when
        var problems = SCHEMA.validate(json);
        // then
        assertThat(problems.isEmpty()).as("%s", problems).isEqualTo(sample.isValid());
    }

    @Test
    void the_schema_is_a_schema() {
        // given
        JsonSchema dialect = FACTORY.getSchema(com.networknt.schema.SchemaLocation.of(SchemaId.V202012));
        // when
        var problems = dialect.validate(
                new String(Samples.resource("/response-submitted.schema.json"), StandardCharsets.UTF_8),
                InputFormat.JSON);
        // then
        assertThat(problems).isEmpty();
    }

    @Test
    void the_page_for_other_languages_names_the_topics_as_the_code_does() {
        // when
        String page = new String(Samples.resource("/asyncapi.yaml"), StandardCharsets.UTF_8);
        // then
        for (Topic topic : java.util.List.of(Topic.RESPONSES, Topic.DEAD_LETTERS, Topic.SETTINGS)) {
            assertThat(page).contains("address: " + topic.name(), "partitions: " + topic.partitions());
            topic.config().forEach((key, value) -> {
                if (!key.equals("message.timestamp.type") && !key.equals("cleanup.policy")) {
                    assertThat(page).contains(key + ": " + value);
                }
            });
        }
        assertThat(page)
                .contains(CloudEventHeaders.RESPONSE_SUBMITTED, CloudEventHeaders.ID, CloudEventHeaders.SUBJECT);
    }
}
