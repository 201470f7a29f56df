package com.iterate.survey.catalog;

import com.iterate.webkit.FailureKind;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/** Brings {@link PublishedSurveys} up to date. Ready once it has worked once: after that the last known good is served. */
@Singleton
@Readiness
class PublishedSurveysRefresh implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(PublishedSurveysRefresh.class);

    private final CatalogConfig config;
    private final ScheduledExecutorService executor;
    private final PublishedRows rows;
    private final PublishedSurveys surveys;
    private final Clock clock;
    private final Instant startedAt;

    private volatile Optional<Instant> refreshedAt = Optional.empty();

    // Touched by one refresh at a time.
    private String horizon = PublishedRows.BEGINNING;
    private boolean away;

    PublishedSurveysRefresh(
            CatalogConfig config,
            ScheduledExecutorService executor,
            PublishedRows rows,
            PublishedSurveys surveys,
            Clock clock,
            MeterRegistry metrics) {
        this.config = config;
        this.executor = executor;
        this.rows = rows;
        this.surveys = surveys;
        this.clock = clock;
        this.startedAt = clock.instant();
        Gauge.builder("survey.catalog.published", surveys, PublishedSurveys::size)
                .description("Published surveys held in memory")
                .register(metrics);
        Gauge.builder("survey.published.age", this, refresh -> refresh.age().toMillis() / 1000.0)
                .description("Seconds since the published surveys were read from the database")
                .baseUnit("seconds")
                .register(metrics);
    }

    /**
     * Rounds never overlap: one that waits for a slow database puts off the next. Not Quarkus' scheduler, which looks at its
     * jobs once a second: closing would then take up to two.
     */
    void start(@Observes StartupEvent started) {
        executor.scheduleWithFixedDelay(this::refresh, 0, config.refresh().toMillis(), TimeUnit.MILLISECONDS);
    }

    synchronized void refresh() {
        try {
            PublishedRows.Changed changed = rows.since(horizon);
            surveys.take(changed.surveys());
            horizon = changed.horizon();
            refreshedAt = Optional.of(clock.instant());
            if (away) {
                LOG.info("The database is back: published surveys are up to date again");
            }
            away = false;
        } catch (SQLException | RuntimeException unreachable) { // Anything thrown from here would end the rounds.
            if (!away) {
                LOG.warnf(
                        "The database cannot be reached (%s): published surveys stay as they are, and are read again every %s",
                        FailureKind.of(unreachable), config.refresh());
            }
            away = true;
        }
    }

    private Duration age() {
        return Duration.between(refreshedAt.orElse(startedAt), clock.instant());
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("published surveys")
                .status(refreshedAt.isPresent())
                .withData("published", surveys.size())
                .build();
    }
}
