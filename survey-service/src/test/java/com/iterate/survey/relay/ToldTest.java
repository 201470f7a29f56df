package com.iterate.survey.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ToldTest {

    private static final String RECORD = """
            {"partition": 1, "offset": 7, "state": "accepted", "at": "2026-11-23T13:00:00Z", "new": "unknown to us",
             "answers": {"score": [{"as": "attribute", "state": "covered", "by": {"partition": 1, "offset": 9}}]}}
            """;

    @Test
    void an_answer_that_is_not_named_went_the_way_of_its_record() throws JsonProcessingException {
        // when
        Told told = JsonMapper.builder().findAndAddModules().build().readValue(RECORD, Told.class);
        // then
        assertThat(told.of("score", "attribute").state()).isEqualTo("covered");
        assertThat(told.of("score", "attribute").by()).isEqualTo(Optional.of(new Position(1, 9)));
        assertThat(told.of("score", "event").state()).isEqualTo("accepted");
        assertThat(told.of("why", "attribute").at()).isPresent();
        assertThat(told.position()).isEqualTo(new Position(1, 7));
    }

    @Test
    void of_a_record_that_was_rejected_as_a_whole_every_answer_says_why() throws JsonProcessingException {
        // given
        String whole = """
                {"partition": 1, "offset": 7, "state": "rejected", "at": "2026-11-23T13:00:00Z", "reason": "WRONG_KEY",
                 "words": "Not in the partition of its key", "letter": "3-12", "answers": {}}
                """;
        // when
        Told told = JsonMapper.builder().findAndAddModules().build().readValue(whole, Told.class);
        // then
        DeliveryState answer = told.of("score", "attribute");
        assertThat(answer.state()).isEqualTo("rejected");
        assertThat(answer.reason()).contains("WRONG_KEY");
        assertThat(answer.words()).contains("Not in the partition of its key");
    }
}
