package com.iterate.sandbox.demo;

import com.iterate.sandbox.client.Api;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Optional;

/**
 * Where the tour begins.
 *
 * @param surveyId  the published survey
 * @param link      as the survey shows it, with the Liquid tag for the {@code braze_id}
 */
public record Demo(String surveyId, String link) {

    public static final String COMPANY = "acme";

    public static final String MEMBER = "ada@acme.example";

    /** Whom the printed link belongs to. */
    public static final String RESPONDENT = "demo-braze-id";

    private static final String TITLE = "How was your order?";

    private static final int NOT_FOUND = 404;

    /** What Braze replaces when it sends the message. */
    private static final String LIQUID = "{{${braze_id}}}";

    /** Makes what is missing: a system that was kept has it already. */
    public static Demo on(Stage stage) {
        Api operator = Api.at(stage.origin()).signedIn(stage.operator(), stage.operatorPassword());
        if (operator.get("/api/companies/" + COMPANY).status() == NOT_FOUND) {
            operator.post("/api/companies", new JsonObject().put("id", COMPANY).put("name", "Acme"))
                    .orFail("make the company");
        }
        if (!hasMember(operator)) {
            addMember(operator, stage.memberPassword());
        }
        Api member = Api.at(stage.origin()).signedIn(MEMBER, stage.memberPassword());
        connect(member, stage);
        String surveyId = published(member).orElseGet(() -> publish(member));
        return new Demo(surveyId, link(member, surveyId));
    }

    public URI linkFor(String brazeId) {
        return URI.create(link.replace(LIQUID, brazeId));
    }

    private static boolean hasMember(Api operator) {
        return operator
                .get("/api/companies/" + COMPANY + "/members")
                .orFail("read the company's members")
                .json()
                .getJsonArray("members")
                .stream()
                .map(JsonObject.class::cast)
                .anyMatch(member -> member.getString("email").equals(MEMBER));
    }

    private static void addMember(Api operator, String password) {
        operator.post(
                        "/api/companies/" + COMPANY + "/members",
                        new JsonObject()
                                .put("email", MEMBER)
                                .put("password", password)
                                .put("role", "admin"))
                .orFail("add a member");
    }

    private static void connect(Api member, Stage stage) {
        member.put(
                        "/api/companies/" + COMPANY + "/braze",
                        new JsonObject()
                                .put("endpoint", stage.braze().toString())
                                .put("apiKey", stage.brazeKey()))
                .orFail("save the Braze connection");
    }

    /** One that was begun and not published is left to whoever began it. */
    private static Optional<String> published(Api member) {
        return member
                .get("/api/surveys?company=" + COMPANY)
                .orFail("read the company's surveys")
                .json()
                .getJsonArray("surveys")
                .stream()
                .map(JsonObject.class::cast)
                .filter(survey -> survey.getString("title").equals(TITLE) && survey.containsKey("version"))
                .map(survey -> survey.getString("id"))
                .findFirst();
    }

    private static String publish(Api member) {
        String surveyId = member.post("/api/surveys", survey())
                .orFail("write the survey")
                .json()
                .getString("id");
        member.put("/api/surveys/" + surveyId + "/braze", brazeSettings()).orFail("switch the Braze integration on");
        member.post("/api/surveys/" + surveyId + "/publish").orFail("publish the survey");
        return surveyId;
    }

    private static String link(Api member, String surveyId) {
        return member.get("/api/surveys/" + surveyId + "/braze")
                .orFail("read the survey's link")
                .json()
                .getString("link");
    }

    private static JsonObject survey() {
        return new JsonObject()
                .put("companyId", COMPANY)
                .put("title", TITLE)
                .put(
                        "questions",
                        new JsonArray()
                                .add(question("score", "nps", "How likely are you to recommend Acme to a friend?")
                                        .put("required", true))
                                .add(question("delivery", "csat", "How satisfied are you with the delivery?"))
                                .add(question("again", "yes_no", "Would you order from Acme again?"))
                                .add(question("why", "short_text", "What is the main reason for your score?")));
    }

    private static JsonObject question(String id, String type, String prompt) {
        return new JsonObject()
                .put("id", id)
                .put("type", type)
                .put("prompt", prompt)
                .put("required", false);
    }

    private static JsonObject brazeSettings() {
        return new JsonObject()
                .put("enabled", true)
                .put("attributes", new JsonObject().put("score", "acme_nps").put("delivery", "acme_delivery"))
                .put("excluded", new JsonArray())
                .put("events", true)
                .put("signed", false);
    }
}
