package com.iterate.sandbox.demo;

import com.iterate.sandbox.LocalSystem;
import com.iterate.sandbox.client.Api;
import com.iterate.sandbox.secrets.Secrets;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

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

    /** What Braze replaces when it sends the message. */
    private static final String LIQUID = "{{${braze_id}}}";

    /** Made once for a data folder; a kept folder has it already. */
    public static Demo in(LocalSystem system, Path data) {
        Path note = data.resolve("demo.json");
        try {
            if (Files.exists(note)) {
                String surveyId = new JsonObject(Files.readString(note)).getString("surveyId");
                Api member = member(system);
                connect(member, system);
                return new Demo(surveyId, link(member, surveyId));
            }
            Demo demo = make(system);
            Files.writeString(
                    note, new JsonObject().put("surveyId", demo.surveyId).encode());
            return demo;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep " + note, e);
        }
    }

    public URI linkFor(String brazeId) {
        return URI.create(link.replace(LIQUID, brazeId));
    }

    private static Demo make(LocalSystem system) {
        Secrets secrets = system.secrets();
        Api operator =
                Api.at(system.publicUrl()).signedIn(LocalSystem.OPERATOR, secrets.read(secrets.operatorPassword()));
        operator.post("/api/companies", new JsonObject().put("id", COMPANY).put("name", "Acme"))
                .orFail("make the company");
        operator.post(
                        "/api/companies/" + COMPANY + "/members",
                        new JsonObject()
                                .put("email", MEMBER)
                                .put("password", secrets.read(secrets.memberPassword()))
                                .put("role", "admin"))
                .orFail("add a member");
        Api member = member(system);
        connect(member, system);
        String surveyId = member.post("/api/surveys", survey())
                .orFail("write the survey")
                .json()
                .getString("id");
        member.put("/api/surveys/" + surveyId + "/braze", brazeSettings()).orFail("switch the Braze integration on");
        member.post("/api/surveys/" + surveyId + "/publish").orFail("publish the survey");
        return new Demo(surveyId, link(member, surveyId));
    }

    private static Api member(LocalSystem system) {
        Secrets secrets = system.secrets();
        return Api.at(system.publicUrl()).signedIn(MEMBER, secrets.read(secrets.memberPassword()));
    }

    private static void connect(Api member, LocalSystem system) {
        member.put(
                        "/api/companies/" + COMPANY + "/braze",
                        new JsonObject()
                                .put("endpoint", system.braze().toString())
                                .put("apiKey", LocalSystem.DEMO_KEY))
                .orFail("save the Braze connection");
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
                .put("title", "How was your order?")
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
