package com.iterate.sandbox.journeys;

import static com.iterate.sandbox.journeys.Patience.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.sandbox.client.Answer;
import com.iterate.sandbox.client.Api;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The dead letters of the company that a journey is about, as an admin sees and replays them. */
final class DeadLetters {

    private static final String REPLAYS = "/api/dead-letters/replays";

    /** The largest. */
    private static final int A_PAGE = 200;

    private final Company company;
    private final Api admin;

    private DeadLetters(Company company, Api admin) {
        this.company = company;
        this.admin = admin;
    }

    static DeadLetters of(Company company) {
        return new DeadLetters(company, company.admin());
    }

    /** As another admin of the company sees them. */
    DeadLetters seenBy(Api other) {
        return new DeadLetters(company, other);
    }

    /** All of a reason, once there are so many. */
    List<JsonObject> eventually(String reason, int letters) {
        patiently(() -> assertThat(found(reason)).hasSize(letters));
        return found(reason);
    }

    /** All, whichever of the reasons each of them has. */
    void eventually(Set<String> reasons, int letters) {
        patiently(() ->
                assertThat(reasons).flatExtracting(reason -> found(reason)).hasSize(letters));
    }

    /** The only one of a reason. */
    JsonObject eventually(String reason) {
        return eventually(reason, 1).get(0);
    }

    /** Each letter of the company that is not in this state is one too many. */
    void areEventuallyAll(String state) {
        patiently(() -> assertThat(search(new JsonObject()))
                .extracting(letter -> letter.getString("state"))
                .containsOnly(state));
    }

    /** An order for these letters. */
    static JsonObject these(List<JsonObject> letters) {
        JsonArray ids = new JsonArray();
        letters.forEach(letter -> ids.add(letter.getString("id")));
        return new JsonObject().put("ids", ids);
    }

    Answer triesToReplay(JsonObject order) {
        return admin.post(REPLAYS, order);
    }

    /** @return the job's id */
    long replays(JsonObject order) {
        return triesToReplay(order)
                .orFail("replay letters of " + company.id())
                .json()
                .getLong("id");
    }

    JsonObject replay(long id) {
        return admin.get(REPLAYS + "/" + id)
                .orFail("look at a replay of " + company.id())
                .json();
    }

    /** Every letter of the job has this result. */
    void eventuallyHasDone(long id, String result, int letters) {
        patiently(() -> assertThat(replay(id).getString("state"))
                .as(replay(id).encode())
                .isEqualTo("DONE"));
        assertThat(replay(id).getJsonObject("results")).isEqualTo(new JsonObject().put(result, letters));
    }

    /** Newest first; those that nobody asked for included. */
    List<JsonObject> replays() {
        return objects(admin.get(REPLAYS).orFail("list the replays of " + company.id()), "replays");
    }

    private List<JsonObject> found(String reason) {
        return search(new JsonObject().put("reason", reason));
    }

    /** All pages. */
    private List<JsonObject> search(JsonObject filter) {
        List<JsonObject> found = new ArrayList<>();
        JsonObject asked = filter.copy().put("limit", A_PAGE);
        Optional<String> next;
        do {
            Answer page = admin.post("/api/dead-letters/search", asked).orFail("search the letters of " + company.id());
            found.addAll(objects(page, "letters"));
            next = Optional.ofNullable(page.json().getString("next"));
            next.ifPresent(after -> asked.put("after", after));
        } while (next.isPresent());
        return found;
    }

    private static List<JsonObject> objects(Answer answer, String list) {
        return answer.json().getJsonArray(list).stream()
                .map(JsonObject.class::cast)
                .toList();
    }
}
