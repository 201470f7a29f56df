package com.iterate.survey.catalog;

import static com.iterate.survey.catalog.ASurvey.aSurvey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.nullValue;

import com.iterate.survey.questions.Question;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestSecurity(user = "ana@acme.test", roles = "admin")
@JwtSecurity(claims = @Claim(key = "company", value = "acme"))
class PublishTest extends CatalogJourney {

    /** Half a second and a database's answer; a build machine that does much else at once may take longer. */
    private static final Duration AT_ONCE = Duration.ofSeconds(20);

    @Test
    void a_new_survey_is_a_draft_with_an_id_that_nobody_can_guess() {
        creates(aSurvey().asking(Map.of("type", "nps", "prompt", "How likely?")))
                .statusCode(201)
                .header("Location", containsString("/api/surveys/"))
                .body("id", matchesRegex("[A-Za-z0-9]{16}"))
                .body("companyId", equalTo("acme"))
                .body("state", equalTo("DRAFT"))
                .body("version", nullValue())
                .body("revision", equalTo(1))
                .body("changedBy", equalTo("ana@acme.test"))
                .body("questions[0].id", matchesRegex("[A-Za-z0-9]{8}"))
                .body("questions[0].type", equalTo("nps"));
    }

    @Test
    void respondents_see_a_published_survey_at_once() {
        // given
        String id = createdId(aSurvey().asking("q1", "nps", "How likely?"));
        // when
        publishes(id)
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("version", equalTo(1))
                .body("url", equalTo("http://localhost:8080/s/" + id));
        // then
        PublishedSurvey seen = await().atMost(AT_ONCE)
                .until(() -> respondentsSee(id), found -> found.isPresent())
                .orElseThrow();
        assertThat(seen.isOpen()).isTrue();
        assertThat(seen.companyId()).isEqualTo("acme");
        assertThat(seen.questions()).extracting(Question::id).containsExactly("q1");
    }

    @Test
    void a_draft_is_seen_by_nobody() {
        String id = createdId(aSurvey().asking("q1", "nps", "How likely?"));
        String later = createdId(aSurvey().asking("q1", "nps", "How likely?"));
        publishes(later).statusCode(200);

        await().atMost(AT_ONCE).until(() -> respondentsSee(later).isPresent());

        assertThat(respondentsSee(id)).isEmpty();
    }

    @Test
    void closing_and_opening_again_act_at_once() {
        // given
        String id = createdId(aSurvey().asking("q1", "nps", "How likely?"));
        publishes(id).statusCode(200);
        await().atMost(AT_ONCE).until(() -> respondentsSee(id).isPresent());
        // when
        posts(id, "close").statusCode(200).body("state", equalTo("CLOSED"));
        // then
        await().atMost(AT_ONCE)
                .until(() -> respondentsSee(id).filter(s -> !s.isOpen()).isPresent());
        posts(id, "reopen").statusCode(200).body("state", equalTo("OPEN")).body("version", equalTo(1));
        await().atMost(AT_ONCE)
                .until(() -> respondentsSee(id).filter(PublishedSurvey::isOpen).isPresent());
    }

    @Test
    void a_draft_can_be_neither_closed_nor_opened() {
        String id = createdId(aSurvey().asking("q1", "nps", "How likely?"));

        posts(id, "close").statusCode(409).body("type", equalTo("never-published"));
        posts(id, "reopen").statusCode(409).body("detail", containsString("publish it first"));
    }

    @Test
    void an_edit_is_seen_after_it_was_published_and_keeps_every_id() {
        // given
        String id = createdId(aSurvey()
                .asking("q1", "nps", "How likely?")
                .asking(Map.of(
                        "id",
                        "q2",
                        "type",
                        "single_choice",
                        "prompt",
                        "Which?",
                        "choices",
                        List.of(Map.of("id", "r", "label", "Red"), Map.of("id", "g", "label", "Green")))));
        publishes(id).statusCode(200);
        // when
        edits(
                        id,
                        aSurvey()
                                .titled("Renamed")
                                .atRevision(1)
                                .asking(Map.of(
                                        "id",
                                        "q2",
                                        "type",
                                        "single_choice",
                                        "prompt",
                                        "Which colour?",
                                        "choices",
                                        List.of(
                                                Map.of("id", "g", "label", "Emerald"),
                                                Map.of("id", "r", "label", "Red")))))
                .statusCode(200)
                .body("unpublishedChanges", equalTo(true))
                .body("version", equalTo(1));
        assertThat(respondentsSee(id).map(PublishedSurvey::title)).isNotEqualTo("Renamed");
        publishes(id).statusCode(200).body("version", equalTo(2)).body("unpublishedChanges", equalTo(false));
        // then
        PublishedSurvey seen = await().atMost(AT_ONCE)
                .until(() -> respondentsSee(id), found -> found.filter(s -> s.version() == 2)
                        .isPresent())
                .orElseThrow();
        assertThat(seen.id()).isEqualTo(id);
        assertThat(seen.title()).isEqualTo("Renamed");
        assertThat(seen.question("q2").orElseThrow().prompt()).isEqualTo("Which colour?");
        assertThat(seen.question("q1")).isEmpty();
    }

    @Test
    void publishing_twice_without_an_edit_makes_one_version() {
        String id = createdId(aSurvey().asking("q1", "nps", "How likely?"));
        publishes(id).statusCode(200);

        publishes(id).statusCode(200).body("version", equalTo(1));
    }

    @Test
    void a_published_question_keeps_its_kind_for_ever() {
        // given
        String id = createdId(aSurvey().asking("q1", "nps", "How likely?").asking("q2", "yes_no", "Again?"));
        publishes(id).statusCode(200);
        // when
        edits(
                        id,
                        aSurvey()
                                .atRevision(1)
                                .asking("q1", "short_text", "How likely?")
                                .asking("q2", "yes_no", "Again?"))
                // then
                .statusCode(422)
                .body("violations", hasItem(allOf(org.hamcrest.Matchers.hasEntry("questionId", "q1"))))
                .body("violations[0].message", containsString("was published as nps and cannot become short_text"));
    }

    @Test
    void the_id_of_a_removed_question_is_not_given_to_another_kind() {
        // given
        String id = createdId(aSurvey().asking("q1", "nps", "How likely?").asking("q2", "yes_no", "Again?"));
        publishes(id).statusCode(200);
        edits(id, aSurvey().atRevision(1).asking("q2", "yes_no", "Again?")).statusCode(200);
        publishes(id).statusCode(200);
        // when
        edits(id, aSurvey().atRevision(2).asking("q1", "csat", "How was it?"))
                // then
                .statusCode(422)
                .body("violations[0].questionId", equalTo("q1"));
        edits(id, aSurvey().atRevision(2).asking("q1", "nps", "How likely, again?"))
                .statusCode(200);
    }

    @Test
    void the_kind_of_a_question_that_was_never_published_may_change() {
        String id = createdId(aSurvey().asking("q1", "nps", "How likely?"));

        edits(id, aSurvey().atRevision(1).asking("q1", "csat", "How was it?")).statusCode(200);
    }

    @Test
    void an_edit_of_an_older_revision_is_refused() {
        // given
        String id = createdId(aSurvey().asking("q1", "nps", "How likely?"));
        edits(id, aSurvey().titled("First").atRevision(1)).statusCode(200).body("revision", equalTo(2));
        // when
        edits(id, aSurvey().titled("Second").atRevision(1))
                // then
                .statusCode(409)
                .body("type", equalTo("changed-meanwhile"))
                .body("revision", equalTo(2))
                .body("detail", containsString("ana@acme.test"));
        reads(id).body("title", equalTo("First"));
        edits(id, aSurvey().titled("Second")).statusCode(422).body("type", equalTo("revision-missing"));
    }

    @Test
    void a_survey_that_asks_nothing_is_not_published() {
        String empty = createdId(aSurvey());
        String talk = createdId(aSurvey().asking("q1", "statement", "Hello"));

        publishes(empty).statusCode(422).body("violations[0].message", containsString("asks nothing yet"));
        publishes(talk).statusCode(422);
        reads(talk).body("state", equalTo("DRAFT"));
    }

    @Test
    void a_brand_colour_that_cannot_be_read_is_not_published() {
        String id = createdId(aSurvey().asking("q1", "nps", "How likely?").inColour("#ffcc00"));

        publishes(id).statusCode(422).body("violations[0].message", containsString("choose a darker colour"));
    }

    @Test
    void every_fault_of_a_draft_is_told_at_once() {
        creates(aSurvey().titled(" ").asking("q1", "bogus", "p").asking("sig", "nps", "p"))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("violations.size()", equalTo(3))
                .body("violations[1].questionId", equalTo("q1"))
                .body("violations[1].message", containsString("type must be one of"));
        creates(aSurvey().inColour("red")).statusCode(400);
    }
}
