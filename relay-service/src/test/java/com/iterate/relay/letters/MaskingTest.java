package com.iterate.relay.letters;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class MaskingTest {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void who_answered_and_what_is_hidden_and_what_was_asked_is_not() throws JsonProcessingException {
        // given
        JsonNode event = json.readTree("""
                {"surveyId":"nps","respondent":{"brazeId":"ana"},"answers":[
                  {"questionId":"q1","prompt":"How?","attribute":"csat","type":"number","value":9,"label":"nine"},
                  {"questionId":"q2","prompt":"Where?","type":"choices","value":["here"]},
                  {"questionId":"q3","prompt":"When?","type":"date","value":null}]}
                """);
        // when
        JsonNode masked = Masking.event(event);
        // then
        assertThat(masked).isEqualTo(json.readTree("""
                {"surveyId":"nps","respondent":{"brazeId":"•••"},"answers":[
                  {"questionId":"q1","prompt":"How?","attribute":"csat","type":"number","value":"•••","label":"•••"},
                  {"questionId":"q2","prompt":"Where?","type":"choices","value":"•••"},
                  {"questionId":"q3","prompt":"When?","type":"date","value":null}]}
                """));
        assertThat(event.at("/respondent/brazeId").asText()).isEqualTo("ana");
    }

    @Test
    void headers_that_a_publisher_made_up_may_hold_anything() throws JsonProcessingException {
        // given
        JsonNode headers = json.readTree("""
                [{"name":"ce_id","value":"1"},{"name":"relay-reason","value":"REJECTED"},{"name":"user-mail","value":"a@b.c"},
                 {"name":"blob","base64":"AAA="},{"name":"ce_personid","value":"ana"}]
                """);
        // when
        JsonNode masked = Masking.headers(headers);
        // then
        assertThat(masked).isEqualTo(json.readTree("""
                [{"name":"ce_id","value":"1"},{"name":"relay-reason","value":"REJECTED"},{"name":"user-mail","value":"•••"},
                 {"name":"blob","value":"•••"},{"name":"ce_personid","value":"•••"}]
                """));
    }
}
