package com.iterate.survey.catalog;

import static com.iterate.survey.catalog.ASurvey.aSurvey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestSecurity(user = "ana@acme.test", roles = "admin")
@JwtSecurity(claims = @Claim(key = "company", value = "acme"))
class PublishedSurveysTest extends CatalogJourney {

    /** Half a second and a database's answer; a build machine that does much else at once may take longer. */
    private static final Duration AT_ONCE = Duration.ofSeconds(20);

    @Inject
    DataSource database;

    @Test
    void a_change_that_commits_after_a_later_one_is_seen_too() throws SQLException {
        // given
        String slow = openSurvey();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement close =
                    connection.prepareStatement("update survey set state = 'CLOSED' where id = ?")) {
                close.setString(1, slow);
                close.executeUpdate();
            }
            String fast = openSurvey();
            assertThat(respondentsSee(fast)).isPresent();
            // when
            connection.commit();
        }
        // then
        await().atMost(AT_ONCE)
                .until(() -> respondentsSee(slow).filter(s -> !s.isOpen()).isPresent());
    }

    @RepeatedTest(5)
    void of_two_surveys_that_claim_a_name_with_two_types_at_the_same_moment_one_is_published() {
        // given
        String name = "claimed-" + com.iterate.survey.questions.Ids.mint(8);
        List<String> ids = Stream.of("nps", "short_text")
                .map(type -> createdId(aSurvey().asking("q1", type, "p")))
                .toList();
        ids.forEach(id -> switchesBrazeOn(id, Map.of("q1", name)).statusCode(200));
        // when
        List<CompletableFuture<Integer>> publications = ids.stream()
                .map(id -> CompletableFuture.supplyAsync(
                        () -> publishes(id).extract().statusCode()))
                .toList();
        // then
        assertThat(publications).extracting(CompletableFuture::join).containsExactlyInAnyOrder(200, 422);
    }

    private String openSurvey() {
        String id = createdId(aSurvey().asking("q1", "nps", "How likely?"));
        publishes(id).statusCode(200);
        await().atMost(AT_ONCE).until(() -> respondentsSee(id).isPresent());
        return id;
    }
}
