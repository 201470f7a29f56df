package com.iterate.sandbox.journeys;

import static com.iterate.sandbox.journeys.Patience.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** What "Backup and restore" of docs/operating.md says, tried. */
@DisabledIfSystemProperty(
        named = "journeys.system",
        matches = "compose",
        disabledReason = "the databases there are reached by nobody but the services")
class DatabasePutBackJourney extends Journey {

    @Test
    void a_gap_that_the_backup_does_not_know_is_skipped_until_the_offsets_are_put_back_as_well() throws Exception {
        company("acme").connectsBrazeWith("wrong-key");
        SurveyOf survey = survey("nps");
        RelayBackup backup = RelayBackup.of(this);
        respondent("ana").sends(survey, "score", 9);
        company().eventuallySees("SUSPENDED").eventuallySeesWaiting(1);
        patiently(() -> assertThat(backup.isPassedByTheCommit()).isTrue());

        // The database alone: nobody knows any more that the answer waits.
        relay.isStopped();
        backup.putsTheDatabaseBack();
        relay.isStartedAgain();
        company().connectsBrazeWith("right-key");
        respondent("ben").sends(survey, "score", 2);
        braze.eventually().profile("ben").has("score", 2);
        assertThat(braze.profile("ana").isUntouched()).isTrue();

        relay.isStopped();
        backup.putsTheDatabaseBack();
        backup.putsTheOffsetsBack();
        relay.isStartedAgain();

        braze.eventually().profile("ana").has("score", 9);
    }

    @Test
    void a_gap_that_was_closed_since_comes_back_and_the_newest_answer_stays_in_the_end() throws Exception {
        company("acme").connectsBrazeWith("wrong-key");
        SurveyOf survey = survey("nps");
        respondent("ana").sends(survey, "score", 3);
        company().eventuallySees("SUSPENDED").eventuallySeesWaiting(1);
        RelayBackup backup = RelayBackup.of(this);
        company().connectsBrazeWith("right-key");
        braze.eventually().profile("ana").has("score", 3);
        respondent("ana").sends(survey, "score", 9);
        braze.eventually().profile("ana").has("score", 9);

        relay.isStopped();
        backup.putsTheDatabaseBack();
        backup.putsTheOffsetsBack();
        relay.isStartedAgain();

        patiently(() -> assertThat(braze.valuesSentFor("ana", "score").stream().filter(value -> value.equals(9)))
                .hasSize(2));
        braze.eventually().profile("ana").has("score", 9);
        company().eventuallySeesWaiting(0).eventuallySees("IDLE");
        braze.profile("ana").has("score", 9);
        assertThat(kafka.deadLettersOf(company())).isEmpty();
    }
}
