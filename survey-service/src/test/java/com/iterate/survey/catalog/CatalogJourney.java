package com.iterate.survey.catalog;

import static io.restassured.RestAssured.given;

import com.iterate.backing.BackingTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** The vocabulary of the catalogue's journeys. */
@WithTestResource(value = BackingTestResource.class, initArgs = @ResourceArg(name = "database", value = "survey"))
abstract class CatalogJourney {

    @Inject
    OtherPeoplesSurveys otherPeople;

    @Inject
    PublishedSurveys published;

    static ValidatableResponse creates(ASurvey survey) {
        return given().contentType(ContentType.JSON)
                .body(survey.json())
                .post("/api/surveys")
                .then();
    }

    static JsonPath created(ASurvey survey) {
        return creates(survey).statusCode(201).extract().jsonPath();
    }

    static String createdId(ASurvey survey) {
        return created(survey).getString("id");
    }

    static ValidatableResponse reads(String id) {
        return given().get("/api/surveys/" + id).then();
    }

    static ValidatableResponse edits(String id, ASurvey survey) {
        return given().contentType(ContentType.JSON)
                .body(survey.json())
                .put("/api/surveys/" + id)
                .then();
    }

    static ValidatableResponse posts(String id, String action) {
        return given().contentType(ContentType.JSON)
                .post("/api/surveys/" + id + "/" + action)
                .then();
    }

    static ValidatableResponse publishes(String id) {
        return posts(id, "publish");
    }

    static ValidatableResponse setsBraze(String id, Map<String, Object> settings) {
        return given().contentType(ContentType.JSON)
                .body(settings)
                .put("/api/surveys/" + id + "/braze")
                .then();
    }

    static ValidatableResponse switchesBrazeOn(String id, Map<String, String> names) {
        return setsBraze(id, Map.of("enabled", true, "attributes", names));
    }

    Optional<PublishedSurvey> respondentsSee(String id) {
        return published.find(id);
    }
}
