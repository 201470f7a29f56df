package com.iterate.relay.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.relay.credentials.Rate;
import com.iterate.relay.lanes.LaneState;
import com.iterate.relay.lanes.LaneState.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OverviewTest {

    private static final Instant NOW = Instant.parse("2026-11-23T13:00:00Z");

    @Test
    void who_needs_somebodys_help_comes_first_and_then_who_has_waited_longest() {
        // given
        List<LaneState> lanes = List.of(
                lane("idle", Health.IDLE, 0),
                lane("fresh", Health.WAITING, 1),
                lane("fine", Health.DELIVERING, 90),
                lane("stale", Health.WAITING, 30),
                lane("wrong-key", Health.SUSPENDED, 5),
                lane("no-key", Health.NOT_CONNECTED, 5));
        // when
        Overview overview = overview(lanes, "");
        // then
        assertThat(companies(overview)).containsExactly("no-key", "wrong-key", "stale", "fresh", "fine", "idle");
    }

    @Test
    void a_row_says_in_words_what_is_the_matter_and_since_when() {
        // given
        LaneState lane = new LaneState(
                "acme",
                Health.SUSPENDED,
                Optional.of("Braze refuses the key"),
                Optional.of(NOW.minus(Duration.ofMinutes(5))),
                1234,
                Optional.of(NOW.minus(Duration.ofHours(3))),
                Optional.of(NOW.minus(Duration.ofHours(2))));
        // when
        Overview.Section section = overview(List.of(lane), "").sections().get(0);
        // then
        assertThat(section.state()).isEqualTo("Suspended");
        assertThat(section.outlook()).contains("correct the Braze connection");
        Row row = section.rows().get(0);
        assertThat(row.why()).contains("Braze refuses the key");
        assertThat(row.since()).contains("5 min");
        assertThat(row.waiting()).isEqualTo("1,234 answers");
        assertThat(row.oldest()).contains("3 h");
        assertThat(row.behind()).contains("2 h");
        assertThat(row.rate()).isEmpty();
    }

    @Test
    void a_row_says_what_the_connection_allows_where_that_is_known() {
        // given
        List<LaneState> lanes = List.of(lane("acme", Health.WAITING, 2), lane("globex", Health.WAITING, 1));
        Map<String, Rate> known = Map.of("acme", new Rate(250_000, Duration.ofHours(1)));
        // when
        Overview overview = Overview.of(lanes, "", company -> Optional.ofNullable(known.get(company)), NOW);
        // then
        List<Row> rows = overview.sections().get(0).rows();
        assertThat(rows.get(0).rate()).contains("250,000 requests in 60 min");
        assertThat(rows.get(1).rate()).isEmpty();
    }

    @Test
    void a_rate_is_asked_for_those_alone_that_are_listed() {
        // given
        List<LaneState> lanes = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            lanes.add(lane("company-" + i, Health.DELIVERING, 1));
        }
        List<String> asked = new ArrayList<>();
        // when
        Overview.of(
                lanes,
                "",
                company -> {
                    asked.add(company);
                    return Optional.empty();
                },
                NOW);
        // then
        assertThat(asked).hasSize(Overview.MOST);
    }

    @Test
    void of_two_hundred_companies_the_worst_are_shown_and_all_are_counted() {
        // given
        List<LaneState> lanes = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            lanes.add(lane("company-" + i, i % 100 == 0 ? Health.SUSPENDED : Health.DELIVERING, 1));
        }
        // when
        Overview overview = overview(lanes, "");
        // then
        assertThat(overview.counts())
                .containsExactly(
                        new Overview.Count("suspended", "Suspended", 2),
                        new Overview.Count("delivering", "Delivering", 198));
        assertThat(companies(overview)).hasSize(Overview.MOST);
        assertThat(overview.unlisted()).isEqualTo(150);
        assertThat(overview.answers()).isEqualTo("200 answers");
    }

    @Test
    void a_filter_finds_companies_by_a_part_of_their_id_and_leaves_the_counts_alone() {
        // given
        List<LaneState> lanes = List.of(lane("acme", Health.WAITING, 1), lane("globex", Health.WAITING, 1));
        // when
        Overview overview = overview(lanes, " OBE ");
        // then
        assertThat(companies(overview)).containsExactly("globex");
        assertThat(overview.counts()).containsExactly(new Overview.Count("waiting", "Waiting", 2));
    }

    private static Overview overview(List<LaneState> lanes, String filter) {
        return Overview.of(lanes, filter, company -> Optional.empty(), NOW);
    }

    private static List<String> companies(Overview overview) {
        return overview.sections().stream()
                .flatMap(section -> section.rows().stream())
                .map(Row::company)
                .toList();
    }

    private static LaneState lane(String company, Health health, int minutes) {
        boolean well = health == Health.IDLE || health == Health.DELIVERING;
        return new LaneState(
                company,
                health,
                well ? Optional.empty() : Optional.of("Something is in the way"),
                well ? Optional.empty() : Optional.of(NOW.minusSeconds(60L * minutes)),
                health == Health.IDLE ? 0 : 1,
                health == Health.IDLE ? Optional.empty() : Optional.of(NOW.minusSeconds(60L * minutes)),
                Optional.empty());
    }
}
