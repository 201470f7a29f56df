package com.iterate.settings;

import static com.iterate.settings.Cast.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SettingsTest
class SignInTest {

    private static final String OURS = "https://surveys.example.test";
    private static final String ADMIN = "admin@signing-in.test";

    @BeforeEach
    void aCompany() {
        Cast.company("signing-in");
    }

    @Test
    void a_form_without_a_script_signs_in_and_leads_on() {
        // given
        browser().get("/sign-in?next=/surveys").then().statusCode(200).body(containsString("name=\"password\""));
        // when
        Response answer = form(ADMIN, Secrets.PASSWORD, "/surveys");
        // then
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/surveys");
        assertThat(answer.header("Set-Cookie")).contains("HttpOnly", "Secure", "SameSite=Lax", "Path=/");
        browser()
                .cookie("session", answer.cookie("session"))
                .get("/no-such-page")
                .then()
                .statusCode(404)
                .body(containsString(ADMIN), containsString("Sign out"));
    }

    @Test
    void nobody_is_led_to_another_site() {
        assertThat(form(ADMIN, Secrets.PASSWORD, "//evil.test").header("Location"))
                .doesNotContain("evil");
    }

    @Test
    void a_wrong_password_and_an_unknown_email_look_the_same() {
        Response wrong = form(ADMIN, "not the password", "/");
        Response unknown = form("nobody@signing-in.test", "not the password", "/");

        assertThat(wrong.statusCode()).isEqualTo(401).isEqualTo(unknown.statusCode());
        assertThat(wrong.body().asString().replace(ADMIN, ""))
                .contains("The e-mail or the password is wrong")
                .isEqualTo(unknown.body().asString().replace("nobody@signing-in.test", ""));
    }

    @Test
    void guessing_is_stopped_whether_or_not_there_is_such_an_account() {
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(form("guessed@signing-in.test", "guess number " + attempt, "/")
                            .statusCode())
                    .isEqualTo(401);
        }

        Response locked = form("guessed@signing-in.test", "the next guess", "/");

        assertThat(locked.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(1, 180);
    }

    @Test
    void a_page_leads_an_anonymous_browser_to_the_sign_in_page_and_a_program_gets_a_problem() {
        browser()
                .get("/sign-in/renewal?next=/x")
                .then()
                .statusCode(302)
                .header("Location", containsString("/sign-in?next=%2Fsign-in"));
        given().get("/api/companies/signing-in")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", equalTo("Bearer"));
        given().header("HX-Request", "true")
                .header("HX-Current-URL", OURS + "/surveys?page=2")
                .get("/sign-in/renewal")
                .then()
                .statusCode(401)
                .header("HX-Redirect", equalTo("/sign-in?next=%2Fsurveys%3Fpage%3D2"));
    }

    @Test
    void a_visit_with_an_ageing_session_goes_through_its_renewal() {
        browser()
                .header("X-Forwarded-Host", "surveys.example.test")
                .header("X-Forwarded-Proto", "https")
                .cookie("session", Cast.ageing())
                .get("/any-page?tab=2")
                .then()
                .statusCode(303)
                .header("Location", equalTo(OURS + "/sign-in/renewal?next=%2Fany-page%3Ftab%3D2"));
        browser().cookie("session", Cast.operator()).get("/any-page").then().statusCode(200);
        browser()
                .header("HX-Request", "true")
                .cookie("session", Cast.ageing())
                .get("/any-page")
                .then()
                .statusCode(200);
    }

    @Test
    void who_is_no_member_any_more_is_led_to_the_sign_in_page() {
        browser()
                .cookie("session", Cast.ageing())
                .get("/sign-in/renewal?next=/any-page")
                .then()
                .statusCode(303)
                .header("Location", containsString("/sign-in?next=%2Fany-page"))
                .header("Set-Cookie", containsString("Max-Age=0"));
    }

    @Test
    void a_stale_cookie_is_an_anonymous_visitor_and_a_bad_bearer_token_is_refused() {
        browser().cookie("session", "stale").get("/sign-in").then().statusCode(200);
        given().header("Authorization", "Bearer stale").get("/sign-in").then().statusCode(401);
    }

    @Test
    void an_unsafe_request_with_a_cookie_must_come_from_our_own_pages() {
        String token = Cast.admin("signing-in");

        withCookie(token).post("/api/session/renewal").then().statusCode(403).body("type", equalTo("foreign-origin"));
        withCookie(token)
                .header("Origin", "https://evil.test")
                .post("/api/session/renewal")
                .then()
                .statusCode(403);
        withCookie(token)
                .header("Origin", "null")
                .delete("/api/companies/signing-in/braze")
                .then()
                .statusCode(403);
        withCookie(token)
                .header("Origin", OURS)
                .post("/api/session/renewal")
                .then()
                .statusCode(200);
        as(token).post("/api/session/renewal").then().statusCode(200);
        browser()
                .header("Origin", "https://evil.test")
                .formParam("email", ADMIN)
                .post("/sign-in")
                .then()
                .statusCode(403);
    }

    @Test
    void signing_out_takes_the_cookie_away() {
        withCookie(Cast.admin("signing-in"))
                .header("Origin", OURS)
                .post("/sign-out")
                .then()
                .statusCode(303)
                .header("Location", containsString("/sign-in"))
                .header("Set-Cookie", allOf(startsWith("session="), containsString("Max-Age=0")));
    }

    @Test
    void a_page_may_run_our_own_files_only() {
        browser()
                .get("/sign-in")
                .then()
                .header("Content-Security-Policy", containsString("default-src 'none'; script-src 'self';"))
                .header("Cache-Control", equalTo("no-store"))
                .header("X-Content-Type-Options", equalTo("nosniff"));
    }

    @Test
    void static_files_are_kept_for_a_year_by_the_hash_of_their_content() {
        String page = browser().get("/sign-in").body().asString();
        String stylesheet = page.replaceAll("(?s).*href=\"(/kit/site\\.css\\?v=[0-9a-f]{12})\".*", "$1");

        given().get(stylesheet).then().statusCode(200).header("Cache-Control", containsString("max-age=31536000"));
        given().get("/webjars/htmx.org/2.0.10/dist/htmx.min.js").then().statusCode(200);
    }

    @Test
    void everybody_may_read_the_public_keys_and_nobody_the_private_ones() {
        given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .body("keys[0].kid", equalTo("session-1"))
                .body(not(containsString("\"d\"")));
    }

    private static Response form(String email, String password, String next) {
        return browser()
                .contentType(ContentType.URLENC)
                .formParams(Map.of("email", email, "password", password, "next", next))
                .post("/sign-in");
    }

    private static RequestSpecification browser() {
        return given().redirects().follow(false).accept("text/html,application/xhtml+xml,*/*;q=0.8");
    }

    private static RequestSpecification withCookie(String token) {
        return given().redirects().follow(false).cookie("session", token);
    }
}
