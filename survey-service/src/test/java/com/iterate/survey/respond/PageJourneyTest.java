package com.iterate.survey.respond;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The respondent's pages as a browser without JavaScript and without cookies meets them. */
@QuarkusTest
@TestSecurity(user = "ana@acme.test", roles = "admin")
@JwtSecurity(claims = @Claim(key = "company", value = "acme"))
class PageJourneyTest extends RespondJourney {

    @Test
    void question_after_question_to_the_thanks() {
        // given
        String survey = publishedSurvey();
        Response opened = get("/s/" + survey + "?user_braze_id=5fbd-personal");
        opened.then().statusCode(303).header("Referrer-Policy", equalTo("no-referrer"));
        Shown score = shown(opened.header("Location"));
        assertThat(score.address).doesNotContain("5fbd-personal");
        assertThat(score.html)
                .contains("How likely are you to recommend us?", "1 of 3")
                .doesNotContain("5fbd-personal");
        // when
        Shown arrived = next(score, Map.of("score", "0"));
        Shown why = next(arrived, Map.of("arrived", "no"));
        Shown thanks = next(why, Map.of("why", "Slow.\r\nVery slow."));
        // then
        assertThat(why.html).contains("Why &lt;b&gt;so&lt;/b&gt;?").doesNotContain("<b>so</b>");
        assertThat(thanks.html).contains("Thank you");
        eventuallyCounts(survey, 1);
        await().atMost(SOON).untilAsserted(() -> {
            JsonPath responses = responses(survey);
            assertThat(responses.getString("responses[0].brazeId")).isEqualTo("5fbd-personal");
            assertThat(responses.getList("responses[0].answers")).hasSize(3);
            assertThat(responses.getInt("responses[0].answers[0].value")).isZero();
            assertThat(responses.getString("responses[0].completedAt")).isNotEmpty();
        });
        given().get("/api/surveys/" + survey + "/responses.csv")
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("text/csv"))
                .body(containsString("\"5fbd-personal\""), containsString(",0,\"false\",\"Slow.\nVery slow.\""));
    }

    @Test
    void a_page_can_be_kept_by_nobody_and_runs_nothing_but_our_files() {
        String survey = publishedSurvey();

        given().get(open(survey).address)
                .then()
                .header("Cache-Control", equalTo("no-store"))
                .header("Content-Security-Policy", allOf(containsString("script-src 'self'"), containsString("nonce-")))
                .header("Set-Cookie", equalTo(null));
    }

    @Test
    void a_bad_answer_comes_back_with_an_error_summary_and_what_was_typed() {
        // given
        String survey = publishedSurvey(
                List.of(Map.of("id", "born", "type", "date", "prompt", "When were you born?", "required", true)));
        Shown date = open(survey);
        // when
        Response refused = post(date, Map.of("born.day", "31", "born.month", "2", "born.year", "1990"));
        // then
        refused.then().statusCode(422);
        assertThat(refused.asString())
                .contains("<title>Error: When were you born?", "There is a problem", "href=\"#a0\"", "value=\"1990\"");
    }

    @Test
    void a_required_question_cannot_be_skipped_and_an_optional_one_can() {
        // given
        String survey = publishedSurvey();
        Shown score = open(survey);
        post(score, Map.of()).then().statusCode(422);
        // when
        Shown arrived = next(score, Map.of("score", "9"));
        Shown why = next(arrived, Map.of());
        Shown thanks = next(why, Map.of());
        // then
        assertThat(thanks.html).contains("Thank you");
        await().atMost(SOON).untilAsserted(() -> assertThat(results(survey).getInt("completed"))
                .isEqualTo(1));
        assertThat(results(survey).getInt("questions[1].answers")).isZero();
    }

    @Test
    void going_back_and_changing_an_answer_leaves_the_newer_one_and_a_double_click_is_one() {
        // given
        String survey = publishedSurvey();
        Shown score = open(survey);
        Shown arrived = next(score, Map.of("score", "3"));
        next(score, Map.of("score", "3"));
        Shown again = shown(arrived.link("Back"));
        // when
        Shown arrivedAgain = next(again, Map.of("score", "10"));
        // then
        assertThat(arrivedAgain.html).contains("Did it arrive?");
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(results(survey).getInt("started")).isEqualTo(1);
            assertThat(responses(survey).getInt("responses[0].answers[0].value"))
                    .isEqualTo(10);
        });
    }

    @Test
    void an_answer_that_is_emptied_on_the_way_back_is_taken_back() {
        // given
        String survey = publishedSurvey();
        Shown arrived = next(open(survey), Map.of("score", "3"));
        Shown why = next(arrived, Map.of("arrived", "yes"));
        eventuallyCounts(survey, 1);
        // when
        next(shown(why.link("Back")), Map.of());
        // then
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        responses(survey).getList("responses[0].answers.value").toString())
                .isEqualTo("[3, null]"));
    }

    @Test
    void every_kind_of_question_has_a_page_that_takes_its_answer() {
        // given
        List<Map<String, Object>> options =
                List.of(Map.of("id", "r", "label", "Red"), Map.of("id", "g", "label", "Green"));
        Map<Map<String, Object>, Map<String, String>> answers = new LinkedHashMap<>();
        answers.put(kind("nps"), Map.of("nps", "0"));
        answers.put(kind("csat"), Map.of("csat", "5"));
        answers.put(with(kind("ces"), "highest", 7), Map.of("ces", "7"));
        answers.put(with(with(kind("rating"), "highest", 5), "look", "star"), Map.of("rating", "4"));
        answers.put(with(with(with(kind("scale"), "min", 0), "max", 100), "step", 0.5), Map.of("scale", "62.5"));
        answers.put(with(kind("number"), "decimals", 0), Map.of("number", "-5"));
        answers.put(kind("yes_no"), Map.of("yes_no", "no"));
        answers.put(with(kind("consent"), "statement", "I agree"), Map.of("consent", "yes"));
        answers.put(with(kind("single_choice"), "choices", options), Map.of("single_choice", "g"));
        answers.put(
                with(with(kind("multiple_choice"), "choices", options), "other", "Another"),
                Map.of("multiple_choice", "other", "multiple_choice.other", "teal"));
        answers.put(
                with(with(kind("ranking"), "choices", options), "rankAll", true),
                Map.of("ranking.r", "2", "ranking.g", "1"));
        answers.put(kind("short_text"), Map.of("short_text", "Hello"));
        answers.put(kind("long_text"), Map.of("long_text", "y".repeat(1990)));
        answers.put(kind("email"), Map.of("email", "ana@example.com"));
        answers.put(kind("phone"), Map.of("phone", "+49 30 123456"));
        answers.put(kind("url"), Map.of("url", "example.com/a"));
        answers.put(kind("date"), Map.of("date.day", "27", "date.month", "3", "date.year", "2026"));
        answers.put(kind("statement"), Map.of());
        String survey = publishedSurvey(List.copyOf(answers.keySet()));
        // when
        Shown page = open(survey);
        for (Map<String, String> fields : answers.values()) {
            page = next(page, fields);
        }
        // then
        assertThat(page.html).contains("Thank you");
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(results(survey).getInt("completed")).isEqualTo(1);
            assertThat(responses(survey).getList("responses[0].answers.value").toString())
                    .startsWith("[0, 5, 7, 4, 62.5, -5, false, true, Green, [teal], [Green, Red], Hello, yyy")
                    .endsWith(
                            "yyy, ana@example.com, +49 30 123456, https://example.com/a, 2026-03-27T00:00:00Z, null]");
        });
    }

    @Test
    void a_link_in_which_the_id_was_not_rendered_is_anonymous_and_warned_of() {
        // given
        String survey = publishedSurvey();
        String link = "/s/" + survey + "?user_braze_id=%7B%7B%24%7Bbraze_id%7D%7D%7D%7D";
        // when
        Shown score = shown(get(link).header("Location"));
        get("/s/" + survey + "?user_braze_id=").then().statusCode(303);
        // then
        next(score, Map.of("score", "9"));
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(results(survey).getString("warnings[0].fault")).isEqualTo("id-not-rendered");
            assertThat(results(survey).getInt("warnings[0].times")).isEqualTo(2);
            assertThat(responses(survey).getList("responses")).hasSize(1);
            assertThat(responses(survey).getString("responses[0].brazeId")).isNull();
        });
    }

    @Test
    void a_forged_link_to_a_survey_of_signed_links_writes_to_nobodys_profile() {
        // given
        String survey = publishedSurvey();
        sendsToBraze(survey, Map.of("enabled", true, "signed", true, "attributes", Map.of("score", "n_" + survey)));
        // when
        Shown score = shown(get("/s/" + survey + "?user_braze_id=bob&sig=00ff").header("Location"));
        next(score, Map.of("score", "1"));
        // then
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(results(survey).getString("warnings[0].fault")).isEqualTo("bad-signature");
            assertThat(responses(survey).getList("responses")).hasSize(1);
            assertThat(responses(survey).getString("responses[0].brazeId")).isNull();
        });
    }

    @Test
    void unknown_closed_and_broken_addresses_are_pages_that_say_so() {
        // given
        String survey = publishedSurvey();
        Shown score = open(survey);
        // when
        get("/s/AAAAAAAAAAAAAAAA?user_braze_id=x").then().statusCode(404).body(containsString("could not find"));
        get("/s/" + survey + "/not-a-token").then().statusCode(404).body(containsString("not complete"));
        close(survey);
        // then
        get("/s/" + survey).then().statusCode(410).body(containsString("closed"));
        get(score.address).then().statusCode(410);
        post(score, Map.of("score", "1")).then().statusCode(410).body(containsString("closed"));
        assertThat(results(survey).getInt("started")).isZero();
    }

    @Test
    void the_script_learns_where_to_go_next() {
        // given
        Shown score = open(publishedSurvey());
        Map<String, String> fields = score.with(Map.of("score", "9"));
        // when
        String next = given().redirects()
                .follow(false)
                .accept("application/json")
                .formParams(fields)
                .post(score.action())
                .then()
                .statusCode(200)
                .extract()
                .path("next");
        // then
        assertThat(shown(next).html).contains("Did it arrive?");
    }

    private static Map<String, Object> kind(String type) {
        return Map.of("id", type, "type", type, "prompt", "About " + type);
    }

    private static Map<String, Object> with(Map<String, Object> question, String setting, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(question);
        more.put(setting, value);
        return more;
    }

    private record Shown(String address, String html) {

        String action() {
            return found("<form method=\"post\" action=\"([^\"]+)\"");
        }

        String link(String text) {
            return found("href=\"([^\"]+)\">" + text + "</a>");
        }

        Map<String, String> with(Map<String, String> fields) {
            Map<String, String> all = new LinkedHashMap<>(fields);
            all.put("question", found("name=\"question\" value=\"([^\"]+)\""));
            all.put("step", found("name=\"step\" value=\"([^\"]+)\""));
            return all;
        }

        private String found(String pattern) {
            Matcher matcher = Pattern.compile(pattern).matcher(html);
            assertThat(matcher.find()).as("%s in %s", pattern, html).isTrue();
            return matcher.group(1);
        }
    }

    private static Shown open(String survey) {
        return shown(get("/s/" + survey + "?user_braze_id=ana").header("Location"));
    }

    private static Shown shown(String address) {
        return new Shown(address, get(address).then().statusCode(200).extract().asString());
    }

    private static Shown next(Shown page, Map<String, String> fields) {
        return shown(post(page, fields).then().statusCode(303).extract().header("Location"));
    }

    private static Response get(String address) {
        return given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .accept("text/html")
                .get(address);
    }

    private static Response post(Shown page, Map<String, String> fields) {
        return given().redirects()
                .follow(false)
                .accept("text/html,application/xhtml+xml")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(page.with(fields))
                .post(page.action());
    }
}
