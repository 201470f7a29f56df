package com.iterate.relay.delivery;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How a browser without scripts asks. */
final class Browser {

    /** Whatever ends up in a history, a log or the title of a window. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?:href|action|formaction|hx-get|hx-post)=\"([^\"]*)\"|<title>([^<]*)</title>");

    private Browser() {}

    static RequestSpecification browser() {
        return given().redirects().follow(false).accept(ContentType.HTML);
    }

    static String page(String address) {
        return browser()
                .urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    static List<String> addresses(String page) {
        return ADDRESS.matcher(page)
                .results()
                .map(MatchResult::group)
                .map(each -> each.replaceAll("^[a-z-]+=\"|\"$", "").replace("&amp;", "&"))
                .toList();
    }
}
