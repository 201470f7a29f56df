package com.iterate.relay.delivery;

import static com.iterate.relay.delivery.Browser.browser;
import static com.iterate.relay.projection.ALetter.aLetter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.iterate.backing.BackingTestResource;
import com.iterate.relay.intake.Neighbours;
import com.iterate.relay.letters.LetterId;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A replay on the pages: seen before it is started, watched, paused and cancelled, without a script. */
@QuarkusTest
@WithTestResource(value = BackingTestResource.class, initArgs = @ResourceArg(name = "database", value = "relay"))
@WithTestResource(Neighbours.class)
class ReplayPagesTest {

    @Inject
    DataSource database;

    @Test
    @TestSecurity(user = "amy@pagereplay.example", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "company", value = "pagereplay"))
    void a_replay_is_planned_started_watched_paused_resumed_and_cancelled() {
        // given
        LetterId one = asleep("pagereplay");
        asleep("pagereplay");
        LetterId others = asleep("pageother");
        // when
        String plan = browser()
                .formParam("scope", "all")
                .post("/delivery/replays/plan")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String job = browser()
                .formParam("scope", "all")
                .formParam("rate", "5")
                .formParam("canary", "50")
                .formParam("before", "attribute-q1", "")
                .formParam("after", "score", "")
                .post("/delivery/replays/plan/start")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        // then
        assertThat(plan).contains("<strong>2 letters</strong> would be replayed", "Replay 2 letters");
        assertThat(Browser.page(job))
                .contains("Trying the first ten", "0 of 2 letters", "attribute-q1 is sent as score", "every 2s")
                .contains("At most 5 letters a second", "if more than 50 % of them fail");
        assertThat(Browser.page(job + "/progress")).doesNotContain("<html").contains("every 2s");
        assertThat(Browser.page(job + "/letters?result=WAITING")).contains("Letter " + one);
        assertThat(Browser.page("/delivery/dead-letters/" + one)).contains("Being replayed");
        browser().post(job + "/pause").then().statusCode(303);
        assertThat(Browser.page(job)).contains(">Paused<", ">Resume<");
        browser().post(job + "/resume").then().statusCode(303);
        browser().post(job + "/cancel").then().statusCode(303);
        assertThat(Browser.page("/delivery/replays")).contains("Cancelled", "amy@pagereplay.example");
        assertThat(Browser.page("/delivery/audit?action=replay-cancel"))
                .contains("Cancelled a replay")
                .doesNotContain("Revealed a letter</a>");
        browser()
                .formParam("id", others.toString())
                .post("/delivery/replays/plan/start")
                .then()
                .statusCode(404);
    }

    @Test
    @TestSecurity(user = "amy@pageplan.example", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "company", value = "pageplan"))
    void what_is_wrong_with_a_plan_is_said_and_what_was_filled_in_is_kept() {
        // given
        LetterId letter = asleep("pageplan");
        // then
        browser()
                .formParam("id", letter.toString())
                .formParam("rate", "fast")
                .post("/delivery/replays/plan")
                .then()
                .statusCode(422)
                .body(containsString("The rate must be a number"))
                .body(containsString("value=\"fast\""))
                .body(containsString("value=\"" + letter + "\""))
                .body(not(containsString("plan/start")));
        browser()
                .formParam("id", letter.toString())
                .formParam("before", "q1")
                .formParam("after", "")
                .post("/delivery/replays/plan/start")
                .then()
                .statusCode(422)
                .body(containsString("takes the old and the new one"));
        browser()
                .formParam("id", letter.toString())
                .post("/delivery/replays/plan/start")
                .then()
                .statusCode(303);
        browser()
                .formParam("id", letter.toString())
                .post("/delivery/replays/plan/start")
                .then()
                .statusCode(409)
                .body(containsString("None of these letters is open"));
        browser().post("/delivery/replays/plan").then().statusCode(422).body(containsString("No letter is chosen"));
    }

    @Test
    @TestSecurity(user = "ops@example.com", roles = "operator")
    @JwtSecurity
    void an_operator_sees_what_each_company_would_get_and_every_replay() {
        // given
        LetterId one = asleep("pageops-1");
        LetterId two = asleep("pageops-2");
        // when
        browser()
                .formParam("id", one.toString(), two.toString())
                .post("/delivery/replays/plan")
                .then()
                .statusCode(200)
                .body(containsString("pageops-1"))
                .body(containsString("pageops-2"));
        String job = browser()
                .formParam("id", one.toString(), two.toString())
                .post("/delivery/replays/plan/start")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        // then
        assertThat(Browser.page(job)).contains("several companies");
        assertThat(Browser.page("/delivery/replays")).contains(job.substring(job.indexOf("/delivery")));
        browser().get("/delivery/replays/999999999").then().statusCode(404);
    }

    /** Of a partition that no relay has: a replay of it waits. */
    private LetterId asleep(String company) {
        LetterId letter = aLetter().of(company).in(database);
        try (Connection connection = database.getConnection();
                PreparedStatement move = connection.prepareStatement("update dead_letter set original_partition = 977"
                        + " where letter_partition = ? and letter_offset = ?")) {
            move.setInt(1, letter.partition());
            move.setLong(2, letter.offset());
            move.executeUpdate();
            return letter;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
