package com.iterate.sandbox.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.backing.Backing;
import com.iterate.backing.FreePort;
import com.iterate.backing.SelfSigned;
import com.iterate.sandbox.LocalSystem;
import com.iterate.sandbox.client.Answer;
import com.iterate.sandbox.client.Api;
import com.iterate.sandbox.services.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** A system of its own: Kafka wants TLS and a password of every client, and /internal is answered over TLS only. */
@DisabledIfSystemProperty(
        named = "journeys.system",
        matches = "compose",
        disabledReason = "it starts processes of its own on this machine")
class EverythingLockedJourney extends Journey {

    private static LocalSystem locked;

    EverythingLockedJourney() {
        super(new OnThisMachine(locked));
    }

    @BeforeAll
    static void start() throws IOException {
        int port = FreePort.find();
        SelfSigned certificate = SelfSigned.in(Files.createTempDirectory("internal"));
        String file = certificate.certificate().toString();
        locked = SystemUnderTest.start(
                "locked",
                Map.of(
                        "INTERNAL_CERTIFICATE_FILE",
                        file,
                        "INTERNAL_KEY_FILE",
                        certificate.key().toString(),
                        "QUARKUS_HTTP_SSL_PORT",
                        Integer.toString(port),
                        "SETTINGS_INTERNAL_URL",
                        "https://localhost:" + port,
                        "INTERNAL_CA_FILE",
                        file),
                Backing::startGuarded);
    }

    @AfterAll
    static void stop() {
        locked.close();
    }

    /** The producer of answers, the relay's group, its reader of announcements, the projector of results. */
    @Test
    void an_answer_reaches_the_profile_and_the_results() {
        company("acme").connectsBrazeWith("right-key");

        respondent("ana").opens(survey("nps")).answers("score", 7);

        braze.eventually().profile("ana").has("score", 7);
        survey("nps").eventuallyCounts("score", 1);
    }

    /** The reader of what was skipped, which waits for the announcement that the key is repaired. */
    @Test
    void what_waited_for_a_right_key_is_read_from_the_log_again() {
        company("acme").connectsBrazeWith("wrong-key");
        respondent("ben").sends(survey("nps"), "score", 2);
        company().eventuallySees("SUSPENDED").eventuallySeesWaiting(1);

        company().connectsBrazeWith("right-key");

        braze.eventually().profile("ben").has("score", 2);
        company().eventuallySeesWaiting(0);
    }

    /** The producer of dead letters and the projector of their view. */
    @Test
    void a_dead_letter_is_written_and_found() {
        company("acme").connectsBrazeWith("right-key");
        braze.does(braze.fault("object-error").put("attribute", "score"));

        respondent("ana").sends(survey("nps"), "score", 3);

        DeadLetters.of(company()).eventually("REJECTED");
        assertThat(kafka.deadLettersOf(company())).hasSize(1);
    }

    /** The admin client of survey-service, which asks how far the topic goes. */
    @Test
    void an_answer_is_sent_once_more() {
        company("acme").connectsBrazeWith("right-key");
        respondent("ana").sends(survey("nps"), "score", 3);
        survey("nps").eventuallyCounts("score", 1);
        String response = new SeenDelivery(survey("nps")).responses().get(0).getString("responseId");

        Answer resent = company()
                .admin()
                .post(
                        "/api/surveys/" + survey("nps").id() + "/responses/" + response + "/resend",
                        json("questionId", "score"));

        assertThat(resent.status()).as(resent.body()).isEqualTo(202);
    }

    @Test
    void the_open_port_knows_nothing_of_internal() {
        Answer answer = Api.at(locked.services().settings().address()).get("/internal/companies/acme/braze");

        assertThat(answer.status()).isEqualTo(404);
    }

    @AfterEach
    void nobody_logs_the_password_of_kafka() throws IOException {
        for (ServiceProcess service : locked.services().all()) {
            assertThat(Files.readString(service.log())).as(service.name()).doesNotContain("guarded");
        }
    }
}
