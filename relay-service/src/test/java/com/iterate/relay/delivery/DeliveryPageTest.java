package com.iterate.relay.delivery;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.iterate.backing.BackingTestResource;
import com.iterate.relay.intake.Neighbours;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

/** Who sees what on the page; what it says is {@code OverviewTest}'s. */
@QuarkusTest
@WithTestResource(value = BackingTestResource.class, initArgs = @ResourceArg(name = "database", value = "relay"))
@WithTestResource(Neighbours.class)
class DeliveryPageTest {

    @Test
    @TestSecurity(user = "amy@acme.example", roles = "viewer")
    @JwtSecurity(claims = @Claim(key = "company", value = "acme"))
    void a_member_sees_the_own_company_whatever_the_address_says() {
        browser()
                .get("/delivery?company=globex")
                .then()
                .statusCode(200)
                .body(containsString("<strong>acme</strong>"))
                .body(not(containsString("globex")))
                .body(not(containsString("Find a company")));
    }

    @Test
    @TestSecurity(user = "amy@acme.example", roles = "viewer")
    @JwtSecurity(claims = @Claim(key = "company", value = "acme"))
    void the_rate_of_the_connection_is_shown_as_soon_as_it_is_known() {
        await().untilAsserted(() -> browser()
                .get("/delivery")
                .then()
                .statusCode(200)
                .body(containsString("at most 3,000 requests in 3 s")));
    }

    @Test
    @TestSecurity(user = "ops@example.com", roles = "operator")
    @JwtSecurity
    void an_operator_is_told_what_an_empty_page_means() {
        browser()
                .get("/delivery?company=nobody-of-this-name")
                .then()
                .statusCode(200)
                .body(containsString("Find a company"))
                .body(containsString("No company with “nobody-of-this-name” has answers under way"));
    }

    @Test
    @TestSecurity(user = "ops@example.com", roles = "operator")
    @JwtSecurity
    void what_is_asked_for_every_two_seconds_is_the_list_alone() {
        browser().get("/delivery/lanes").then().statusCode(200).body(not(containsString("<html")));
    }

    @Test
    @TestSecurity(user = "ops@example.com", roles = "operator")
    @JwtSecurity
    void a_company_in_the_address_cannot_bring_markup_along() {
        browser().get("/delivery?company=<b>x</b>").then().statusCode(200).body(not(containsString("<b>x")));
    }

    @Test
    @TestSecurity(user = "ops@example.com", roles = "operator")
    @JwtSecurity
    void pages_and_their_files_are_sent_compressed() {
        for (String path : new String[] {"/delivery", "/delivery/delivery.css", "/kit/site.css"}) {
            browser()
                    .header("Accept-Encoding", "gzip")
                    .get(path)
                    .then()
                    .statusCode(200)
                    .header("Content-Encoding", equalTo("gzip"));
        }
    }

    @Test
    void a_visitor_is_led_to_the_sign_in_page_and_back() {
        browser()
                .get("/delivery")
                .then()
                .statusCode(302)
                .header("Location", containsString("/sign-in?next=%2Fdelivery"));
    }

    private static RequestSpecification browser() {
        return given().redirects().follow(false).accept(ContentType.HTML);
    }
}
