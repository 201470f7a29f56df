package com.iterate.relay.delivery;

import static com.iterate.relay.delivery.Browser.browser;
import static com.iterate.relay.projection.ALetter.aLetter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.iterate.backing.BackingTestResource;
import com.iterate.relay.deadletters.Reason;
import com.iterate.relay.intake.Neighbours;
import com.iterate.relay.letters.LetterId;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Who sees which dead letters on the pages, and how much of them. */
@QuarkusTest
@WithTestResource(value = BackingTestResource.class, initArgs = @ResourceArg(name = "database", value = "relay"))
@WithTestResource(Neighbours.class)
class LetterPagesTest {

    @Inject
    DataSource database;

    @Test
    @TestSecurity(user = "vic@pageview.example", roles = "viewer")
    @JwtSecurity(claims = @Claim(key = "company", value = "pageview"))
    void a_viewer_reads_what_failed_and_why_without_people_answers_and_buttons() {
        // given
        LetterId own = aLetter()
                .of("pageview")
                .from("secret-id")
                .answering("secret answer")
                .saying("No such thing 12")
                .in(database);
        aLetter().of("pageother").in(database);
        // when
        String overview = Browser.page("/delivery");
        String causes = Browser.page("/delivery/dead-letters");
        String list = Browser.page("/delivery/dead-letters/list?company=pageview");
        String letter = Browser.page("/delivery/dead-letters/" + own);
        // then
        assertThat(overview).contains("Rejected by Braze", "<strong>1</strong> open", "1 letter in this time");
        assertThat(causes).contains("Rejected by Braze", "No such thing #", "HTTP 400");
        assertThat(list).contains("/delivery/dead-letters/" + own).doesNotContain("checkbox\" name=\"id\"", "/exports");
        assertThat(letter)
                .contains("No such thing 12", "How?", "•••", "What to do:", "What was sent", "_update_existing_only")
                .contains("Failed for the last time", "2 requests to Braze carried it");
        assertThat(overview + causes + list + letter)
                .doesNotContain("secret", "pageother", "<button>Replay", "Discard …", ">Reveal<", "/delivery/audit");
    }

    @Test
    @TestSecurity(user = "vic@pageview2.example", roles = "viewer")
    @JwtSecurity(claims = @Claim(key = "company", value = "pageview2"))
    void a_viewer_does_nothing_and_learns_nothing_of_others() {
        LetterId own = aLetter().of("pageview2").in(database);
        LetterId other = aLetter().of("pageother").in(database);
        browser().post("/delivery/dead-letters/" + own + "/revealed").then().statusCode(403);
        browser().get("/delivery/dead-letters/" + other).then().statusCode(404);
        browser().get("/delivery/dead-letters?company=pageother").then().statusCode(404);
        browser()
                .formParam("id", own.toString())
                .post("/delivery/discards/plan")
                .then()
                .statusCode(403);
        browser()
                .formParam("id", own.toString())
                .formParam("why", "x")
                .post("/delivery/discards")
                .then()
                .statusCode(403);
        browser()
                .formParam("id", own.toString())
                .post("/delivery/replays/plan")
                .then()
                .statusCode(403);
        browser()
                .formParam("id", own.toString())
                .post("/delivery/replays/plan/start")
                .then()
                .statusCode(403);
        browser().get("/delivery/replays").then().statusCode(403).body(containsString("This needs the role admin"));
        browser().get("/delivery/audit").then().statusCode(403);
    }

    @Test
    @TestSecurity(user = "amy@pageadmin.example", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "company", value = "pageadmin"))
    void an_admin_reveals_a_letter_by_a_form_and_a_reload_hides_it_again() {
        // given
        LetterId own = aLetter()
                .of("pageadmin")
                .from("secret-id")
                .answering("secret answer")
                .in(database);
        String address = "/delivery/dead-letters/" + own;
        // when
        String revealed = browser()
                .post(address + "/revealed")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        // then
        assertThat(Browser.page(address)).doesNotContain("secret").contains(">Reveal<");
        assertThat(revealed).contains("secret answer", "braze_id secret-id", "pageadmin|braze:secret-id");
        assertThat(Browser.addresses(revealed)).noneMatch(each -> each.contains("secret"));
        assertThat(Browser.page(address + "/revealed")).doesNotContain("secret");
        assertThat(Browser.page("/delivery/audit")).contains("Revealed a letter", "amy@pageadmin.example", address);
    }

    @Test
    @TestSecurity(user = "amy@pagediscard.example", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "company", value = "pagediscard"))
    void ticked_letters_are_discarded_after_a_reason_was_given() {
        // given
        LetterId one = aLetter().of("pagediscard").in(database);
        LetterId two = aLetter().of("pagediscard").in(database);
        LetterId others = aLetter().of("pageother").in(database);
        // when
        browser()
                .formParam("id", one.toString(), others.toString())
                .post("/delivery/discards/plan")
                .then()
                .statusCode(200)
                .body(allOf(containsString("Discard 2 letters?"), containsString("value=\"" + one + "\"")));
        browser()
                .formParam("id", one.toString())
                .post("/delivery/discards")
                .then()
                .statusCode(422)
                .body(containsString("Say why"));
        String next = browser()
                .formParam("id", one.toString(), others.toString())
                .formParam("why", "a test survey")
                .post("/delivery/discards")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        // then
        assertThat(Browser.page(next)).contains("1 letter discarded.", "1 letter left as they were");
        assertThat(Browser.page("/delivery/dead-letters/" + one)).contains("Discarded", "a test survey");
        assertThat(Browser.page("/delivery/dead-letters/" + two)).contains(">Open<");
        browser().post("/delivery/discards/plan").then().statusCode(422).body(containsString("No letter is chosen"));
    }

    @Test
    @TestSecurity(user = "ops@example.com", roles = "operator")
    @JwtSecurity
    void a_person_is_looked_for_by_a_form_and_stands_in_no_address() {
        // given
        LetterId hers = aLetter().of("pageperson").from("ana&secret").in(database);
        LetterId another = aLetter().of("pageperson").from("ben").in(database);
        // when
        String found = browser()
                .formParam("personKind", "braze")
                .formParam("person", "ana&secret")
                .formParam("state", "ALL")
                .post("/delivery/dead-letters/list")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        // then
        assertThat(found).contains("Letters of one person", hers.toString()).doesNotContain(another.toString());
        assertThat(Browser.addresses(found)).noneMatch(each -> each.contains("secret"));
        assertThat(Browser.page("/delivery/dead-letters/list?person=ana%26secret&company=pageperson"))
                .contains(hers.toString(), another.toString());
    }

    @Test
    @TestSecurity(user = "ops@example.com", roles = "operator")
    @JwtSecurity
    void an_operator_goes_from_all_companies_to_one_cause_and_to_what_belongs_to_none() {
        // given
        LetterId unreadable =
                aLetter().of("").to("pages-of-none").dyingOf(Reason.WRONG_KEY).in(database);
        aLetter().of("pagecause-b").to("pages-of-none").in(database);
        // when
        String causes = Browser.page("/delivery/dead-letters?survey=pages-of-none");
        // then
        assertThat(causes).contains("No company", "Key does not fit", "pagecause-b", "2 letters, by cause");
        String ofNone = Browser.addresses(causes).stream()
                .filter(each -> each.contains("none") && each.contains("cause="))
                .findFirst()
                .orElseThrow();
        assertThat(Browser.page(ofNone)).contains(unreadable.toString(), "What to do:", "Correct the publisher");
        assertThat(Browser.page("/delivery/reasons")).contains("id=\"REJECTED\"", "id=\"EXPIRED_IN_GAP\"");
    }

    @Test
    @TestSecurity(user = "ops@example.com", roles = "operator")
    @JwtSecurity
    void a_filter_that_cannot_be_is_explained_and_kept() {
        browser()
                .get("/delivery/dead-letters?status=many&text=%22%3E%3Cb%3E")
                .then()
                .statusCode(422)
                .body(containsString("status must be an HTTP status"))
                .body(containsString("value=\"many\""))
                .body(not(containsString("<b>")));
        browser().get("/delivery/dead-letters?from=yesterday").then().statusCode(422);
        browser().get("/delivery/dead-letters?state=GONE").then().statusCode(422);
        browser().get("/delivery/audit?from=yesterday").then().statusCode(422).body(containsString("must be a time"));
    }

    @Test
    @TestSecurity(user = "amy@pageexport.example", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "company", value = "pageexport"))
    void what_a_filter_finds_is_exported_masked_unless_asked_otherwise() {
        aLetter().of("pageexport").from("secret-id").in(database);
        String file = browser()
                .formParam("format", "csv")
                .post("/delivery/exports")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("dead-letters.csv"))
                .extract()
                .asString();
        assertThat(file).contains("pageexport").doesNotContain("secret");
        browser()
                .formParam("format", "csv")
                .formParam("reveal", "true")
                .post("/delivery/exports")
                .then()
                .statusCode(200)
                .body(containsString("secret-id"));
    }

    @Test
    void a_visitor_is_led_to_the_sign_in_page() {
        for (String path : new String[] {"/dead-letters", "/dead-letters/1-1", "/replays", "/audit", "/reasons"}) {
            browser()
                    .accept(ContentType.HTML)
                    .get("/delivery" + path)
                    .then()
                    .statusCode(302)
                    .header("Location", containsString("/sign-in?next="));
        }
    }
}
