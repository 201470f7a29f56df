package com.iterate.sandbox.journeys;

import static com.iterate.sandbox.journeys.Patience.patiently;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Comes first: a series that began with its first failure would show no increase for it. */
@Order(1)
@DisabledIfSystemProperty(
        named = "journeys.system",
        matches = "compose",
        disabledReason = "metrics are on ports that containers do not publish")
class AlertsHaveTheirMetricsJourney extends Journey {

    private static final Path ALERTS = Path.of("../k8s/base/signals/alerts.yaml");

    /** With the labels' values that decide: a bound that no bucket has, or an outcome that nobody counts, would never ring. */
    private static final Pattern OURS = Pattern.compile("\\b(?:relay|survey|settings)_[a-z_]+(?:\\{\\w+=\"[^\"]+\"})?");

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void every_series_that_an_alert_looks_at_is_there_before_anything_happens() throws Exception {
        // given
        assumeThat(system.metrics())
                .as("management ports that this machine reaches")
                .isNotEmpty();
        Set<String> wanted = seriesIn(Files.readString(ALERTS));
        // when, then: lag is known once Kafka has been asked
        patiently(() -> {
            String scraped = scraped();
            assertThat(wanted).hasSizeGreaterThan(10).allSatisfy(series -> assertThat(scraped)
                    .containsPattern(asScraped(series)));
        });
    }

    private String scraped() throws IOException, InterruptedException {
        StringBuilder all = new StringBuilder();
        for (URI metrics : system.metrics()) {
            all.append(scrape(metrics));
        }
        return all.toString();
    }

    private static Set<String> seriesIn(String alerts) {
        return OURS.matcher(alerts).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Other labels may stand before and behind the one that the alert names. */
    private static Pattern asScraped(String series) {
        int label = series.indexOf('{');
        return label < 0
                ? Pattern.compile("(?m)^" + series + "[{ ]")
                : Pattern.compile("(?m)^" + series.substring(0, label) + "\\{(?:[^}]*,)?"
                        + Pattern.quote(series.substring(label + 1, series.length() - 1)));
    }

    private String scrape(URI metrics) throws IOException, InterruptedException {
        // Longer than a scrape takes on a machine that is busy with the other journeys' services.
        HttpRequest request =
                HttpRequest.newBuilder(metrics).timeout(Duration.ofSeconds(10)).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
