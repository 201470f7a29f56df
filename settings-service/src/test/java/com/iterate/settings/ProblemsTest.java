package com.iterate.settings;

import static com.iterate.settings.Cast.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad requests of every kind. */
@SettingsTest
class ProblemsTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '´',
            value = {
                "{\"email\":            | 400",
                "[]                     | 400",
                "\"text\"               | 400",
                "null                   | 400",
                "{\"email\":{}}         | 400",
                "{\"e-mail\":\"x\"}     | 400",
                "{}                     | 422",
                "{\"email\":\" \"}      | 422"
            })
    void a_body_that_cannot_be_used_is_explained(String body, int status) {
        assertProblem(given().contentType(ContentType.JSON).body(body).post("/api/session"), status);
    }

    @Test
    void nesting_without_end_is_refused() {
        assertProblem(
                given().contentType(ContentType.JSON)
                        .body("{\"email\":" + "[".repeat(1_500))
                        .post("/api/session"),
                400);
    }

    @Test
    void a_missing_body_is_explained() {
        assertProblem(given().contentType(ContentType.JSON).post("/api/session"), 400);
    }

    @Test
    void what_jax_rs_refuses_is_a_problem_too() {
        assertProblem(given().get("/api/nothing"), 404);
        assertProblem(given().get("/nothing"), 404);
        assertProblem(given().contentType(ContentType.TEXT).body("x").post("/api/session"), 415);
        assertProblem(given().put("/api/session"), 405);
        assertProblem(as(Cast.operator()).delete("/api/companies/any/members/not-a-uuid"), 404);
    }

    @Test
    void a_body_over_the_limit_is_refused_before_it_is_read() {
        assertProblem(
                given().contentType(ContentType.JSON).body("x".repeat(70_000)).post("/api/session"), 413);
    }

    @Test
    void a_browser_gets_a_page() {
        Response page = given().accept("text/html").get("/nothing");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.body().asString()).contains("Not found", "<h1>", "site.css");
    }

    private static Response assertProblem(Response response, int status) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.contentType()).isEqualTo("application/problem+json");
        assertThat(response.body().asString()).contains("\"detail\"").doesNotContain("com.iterate", "java.");
        return response;
    }
}
