package com.iterate.survey.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.survey.braze.BrazeSettings;
import com.iterate.survey.questions.AQuestion;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;

class LastKnownGoodTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    private final PublishedSurveys surveys = new PublishedSurveys();

    private final PublishedSurveysRefresh refresh = new PublishedSurveysRefresh(
            () -> Duration.ofSeconds(1),
            neverAsked(ScheduledExecutorService.class),
            new PublishedRows(absentDatabase()),
            surveys,
            NOON,
            new SimpleMeterRegistry());

    @Test
    void published_surveys_stay_while_the_database_is_away() {
        // given
        surveys.take(List.of(aPublishedSurvey("abc")));
        // when
        refresh.refresh();
        // then
        assertThat(surveys.find("abc")).isPresent();
    }

    @Test
    void an_instance_that_never_read_the_surveys_is_not_ready() {
        refresh.refresh();

        assertThat(refresh.call().getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
    }

    private static PublishedSurvey aPublishedSurvey(String id) {
        return new PublishedSurvey(
                id,
                "acme",
                1,
                "After the purchase",
                SurveyState.OPEN,
                List.of(AQuestion.nps("q1", "How likely?")),
                Design.PLAIN,
                BrazeSettings.OFF,
                Optional.empty());
    }

    private static DataSource absentDatabase() {
        return (DataSource) Proxy.newProxyInstance(
                LastKnownGoodTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, args) -> {
                    throw new SQLException("connection refused");
                });
    }

    private static <T> T neverAsked(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                LastKnownGoodTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
                    throw new AssertionError("asked for " + method.getName());
                }));
    }
}
