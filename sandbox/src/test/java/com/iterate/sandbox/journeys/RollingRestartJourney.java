package com.iterate.sandbox.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.backing.Server;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a deployment does: one after the other is restarted in peace while people answer. */
class RollingRestartJourney extends Journey {

    @Test
    void no_acknowledged_answer_is_lost_and_nobody_hears_worse_than_to_wait() throws Exception {
        company("acme").connectsBrazeWith("right-key");
        AnswersMeanwhile answers = AnswersMeanwhile.to(survey("nps"));
        try (answers) {
            for (Part service : system.services()) {
                service.stop();
                service.start();
                service.awaitReady();
            }
            for (Server server : List.of(system.kafka(), system.postgres())) {
                server.stop();
                server.start();
            }
        }

        assertThat(answers.troubles()).isEmpty();
        assertThat(answers.acknowledged()).isNotEmpty();
        for (String person : answers.acknowledged()) {
            braze.eventually().profile(person).has("score", AnswersMeanwhile.scoreOf(person));
        }
        company().eventuallySeesWaiting(0);
        assertThat(kafka.deadLettersOf(company())).isEmpty();
        System.out.println("answers acknowledged: " + answers.acknowledged().size() + ", told to wait: "
                + answers.toldToWait().size());
    }
}
