package com.iterate.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.contracts.AnswerValue;
import com.iterate.contracts.Decoded;
import com.iterate.contracts.ResponseDecoder;
import com.iterate.contracts.ResponseSubmitted;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkloadTest {

    private final Workload workload = new Workload(10, 20, 3);

    @Test
    void each_person_writes_each_attribute_once_before_it_starts_over() {
        Set<String> written = new HashSet<>();
        for (int number = 0; number < workload.slots(); number++) {
            ResponseSubmitted event = event(number);
            assertThat(written.add(event.key() + event.answers().get(0).attributeName()))
                    .isTrue();
        }
        assertThat(event(workload.slots()).key()).isEqualTo(event(0).key());
        assertThat(workload.slot(workload.slots() + 7)).isEqualTo(7);
    }

    @Test
    void the_number_is_the_answers_value_and_tells_its_company() {
        ResponseSubmitted event = event(47);
        assertThat(event.answers().get(0).value()).isEqualTo(new AnswerValue.Number(BigDecimal.valueOf(47)));
        assertThat(event.companyId()).isEqualTo(Workload.companyId(workload.company(47)));
    }

    @Test
    void the_key_is_the_one_that_belongs_to_the_content() {
        var answer = workload.answer(3, Instant.EPOCH);
        assertThat(new String(answer.key(), StandardCharsets.UTF_8)).isEqualTo(event(3).key());
    }

    private ResponseSubmitted event(int number) {
        Decoded decoded =
                ResponseDecoder.decode(workload.answer(number, Instant.EPOCH).value());
        return ((Decoded.Event) decoded).value();
    }
}
