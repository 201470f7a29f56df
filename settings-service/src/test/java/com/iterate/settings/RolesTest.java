package com.iterate.settings;

import static com.iterate.settings.Cast.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every call, by everybody. */
@SettingsTest
class RolesTest {

    private static final Map<String, String> CONNECTION =
            Map.of("endpoint", "https://dashboard.braze.com", "apiKey", "good-1234567890");
    private static final Map<String, String> WEAK_MEMBER =
            Map.of("email", "new@roles.test", "password", "short", "role", "viewer");

    private String strangersToken = "";

    @BeforeEach
    void aCompanyAndAnother() {
        Cast.company("roles");
        Cast.company("strangers");
        strangersToken = Cast.admin("strangers");
    }

    @ParameterizedTest(name = "{0} {1}: anonymous 401, another company 404, viewer {2}, admin {3}, operator {4}")
    @CsvSource({
        // A body that is refused (422) shows that the caller was let through, and changes nothing for the next line.
        "POST,   /api/companies,                         403, 403, 422",
        "GET,    /api/companies/roles,                   200, 200, 200",
        "GET,    /api/companies/roles/members,           403, 200, 200",
        "POST,   /api/companies/roles/members,           403, 422, 422",
        "DELETE, /api/companies/roles/members/00000000-0000-0000-0000-000000000000, 403, 404, 404",
        "GET,    /api/companies/roles/braze,             200, 200, 200",
        "GET,    /api/companies/roles/braze/endpoints,   200, 200, 200",
        "PUT,    /api/companies/roles/braze,             403, 422, 422",
        "POST,   /api/companies/roles/braze/test,        403, 422, 422",
        "DELETE, /api/companies/roles/braze,             403, 204, 204"
    })
    void each_call_lets_in_whom_it_should(String method, String path, int viewer, int admin, int operator) {
        assertThat(status(given().contentType(ContentType.JSON), method, path)).isEqualTo(401);
        assertThat(status(as(strangersToken), method, path)).isEqualTo(path.equals("/api/companies") ? 403 : 404);
        assertThat(status(as(Cast.viewer("roles")), method, path)).isEqualTo(viewer);
        assertThat(status(as(Cast.admin("roles")), method, path)).isEqualTo(admin);
        assertThat(status(as(Cast.operator()), method, path)).isEqualTo(operator);
    }

    @Test
    void a_company_that_does_not_exist_looks_like_one_of_somebody_else() {
        String unknown = as(strangersToken).get("/api/companies/unknown").body().asString();
        String somebodyElses =
                as(strangersToken).get("/api/companies/roles").body().asString();

        assertThat(unknown).isEqualTo(somebodyElses);
    }

    @Test
    void a_company_is_added_once() {
        as(Cast.operator())
                .body(Map.of("id", "roles", "name", "Again"))
                .post("/api/companies")
                .then()
                .statusCode(409)
                .body("type", equalTo("company-exists"));
    }

    @Test
    void an_admin_makes_no_operator() {
        as(Cast.admin("roles"))
                .body(Map.of("email", "new@roles.test", "password", Secrets.PASSWORD, "role", "operator"))
                .post("/api/companies/roles/members")
                .then()
                .statusCode(422)
                .body("field", equalTo("role"));
    }

    @Test
    void a_removed_member_gets_no_further_session() {
        // given
        Cast.company("leaving");
        String leaver = Cast.viewer("leaving");
        as(leaver).post("/api/session/renewal").then().statusCode(200);
        // when
        as(Cast.admin("leaving")).delete("/api/companies/leaving/members/" + idOf("leaving", "viewer@leaving.test"));
        // then
        as(leaver).post("/api/session/renewal").then().statusCode(401).body("type", equalTo("session-over"));
        as(Cast.admin("leaving")).get("/api/companies/leaving/members").then().body("members", hasSize(1));
    }

    @Test
    void an_admin_cannot_remove_a_member_of_another_company() {
        UUID member = idOf("roles", "viewer@roles.test");

        as(strangersToken)
                .delete("/api/companies/strangers/members/" + member)
                .then()
                .statusCode(404);

        as(Cast.admin("roles")).get("/api/companies/roles/members").then().body("members", hasSize(2));
    }

    private static UUID idOf(String company, String email) {
        return UUID.fromString(as(Cast.admin(company))
                .get("/api/companies/" + company + "/members")
                .then()
                .extract()
                .path("members.find { it.email == '" + email + "' }.id"));
    }

    private static int status(RequestSpecification caller, String method, String path) {
        Object body = path.contains("/braze") ? CONNECTION : path.contains("/members") ? WEAK_MEMBER : Map.of();
        return (method.equals("GET") ? caller : caller.body(body))
                .request(method, path)
                .statusCode();
    }
}
