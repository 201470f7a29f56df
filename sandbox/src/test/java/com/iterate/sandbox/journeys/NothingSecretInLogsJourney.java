package com.iterate.sandbox.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.sandbox.services.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Reads the logs of all journeys: comes last. */
@Order(Integer.MAX_VALUE)
class NothingSecretInLogsJourney extends Journey {

    /** Keys, people and answers of all journeys; the end of each was drawn by lot. */
    private static final Pattern SECRET =
            Pattern.compile("-key-of-|(ana|ben|person\\d+|slow)-[0-9a-f]{8}|journeys-password");

    @Test
    void no_service_logs_a_key_an_answer_or_a_persons_id() throws IOException {
        company("acme").connectsBrazeWith("right-key");
        respondent("ana").opens(survey("nps")).answers("score", 9).answers("why", unique("slow"));
        braze.eventually().profile("ana").has("score", 9).has("why", unique("slow"));

        for (ServiceProcess service : system.services().all()) {
            try (Stream<String> lines = Files.lines(service.log())) {
                assertThat(lines.filter(line -> SECRET.matcher(line).find()))
                        .as(service.name())
                        .isEmpty();
            }
        }
    }

    /** One visit in a hundred is followed by lot, and all that ask for it. */
    @Test
    void no_span_holds_a_key_an_answer_or_a_persons_id() {
        assertThat(collector.everything()).doesNotContainPattern(SECRET);
    }
}
