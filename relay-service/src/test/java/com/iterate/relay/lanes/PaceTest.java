package com.iterate.relay.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.relay.Defaults;
import com.iterate.relay.braze.Outcome;
import com.iterate.relay.braze.Reply;
import com.iterate.relay.braze.Reply.Reached;
import com.iterate.relay.credentials.ApiKey;
import com.iterate.relay.credentials.Connection;
import com.iterate.relay.credentials.Rate;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final URI BRAZE = URI.create("https://rest.iad-01.braze.com");
    private static final Rate TEN_A_SECOND = new Rate(10, Duration.ofSeconds(1));

    private final Turns turns = new Turns(128, 75, Runnable::run);
    private final SilentSignals signals = new SilentSignals();
    private final List<Instant> pumps = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private final Pace pace =
            new Pace(Defaults.of(LanesConfig.class), host -> turns, signals, 1, () -> pumps.add(now), now);

    @Test
    void nothing_holds_a_first_request() {
        assertThat(pace.allows(connection(Rate.OF_BRAZE), 0, now)).isTrue();
        assertThat(pace.nextTokenAt()).isEmpty();
    }

    @Test
    void without_a_token_the_lane_learns_when_the_next_one_comes() {
        // given
        allow(TEN_A_SECOND);
        // when
        boolean second = pace.allows(connection(TEN_A_SECOND), 1, now);
        // then
        assertThat(second).isFalse();
        assertThat(signals.holds).containsExactly(Hold.RATE);
        assertThat(pace.nextTokenAt().orElseThrow()).isBetween(now.plusMillis(111), now.plusMillis(112));
    }

    @Test
    void a_lane_with_as_many_requests_as_it_may_have_asks_for_no_turn() {
        // when
        boolean allowed = pace.allows(connection(Rate.OF_BRAZE), 16, now);
        // then
        assertThat(allowed).isFalse();
        assertThat(signals.holds).containsExactly(Hold.IN_FLIGHT);
        assertThat(turns.somebodyWaits()).isFalse();
    }

    @Test
    void with_all_places_taken_it_is_called_when_its_turn_comes() {
        // given
        Turns.Turn others = turns.join(() -> {});
        for (int i = 0; i < 128; i++) {
            others.began(75);
        }
        // when
        boolean allowed = pace.allows(connection(Rate.OF_BRAZE), 0, now);
        others.ended();
        // then
        assertThat(allowed).isFalse();
        assertThat(signals.holds).containsExactly(Hold.TURN);
        assertThat(pumps).hasSize(2);
    }

    @Test
    void a_429_halves_the_rate_and_says_nothing_about_concurrency() {
        // given
        Pace.Flight flight = allow(Rate.OF_BRAZE);
        // when
        pace.ended(flight, new Reply.RateLimited(Duration.ofSeconds(3)), now.plusMillis(50));
        allow(Rate.OF_BRAZE);
        // then
        assertThat(signals.part).isEqualTo(0.5);
        assertThat(signals.limit).isEqualTo(16);
    }

    @Test
    void a_failure_halves_concurrency_and_says_nothing_about_the_rate() {
        // given
        Pace.Flight flight = allow(Rate.OF_BRAZE);
        // when
        pace.ended(flight, new Reply.Failed(0, "time-out", Reached.MAYBE), now.plusSeconds(10));
        allow(Rate.OF_BRAZE);
        // then
        assertThat(signals.part).isEqualTo(1);
        assertThat(signals.limit).isEqualTo(8);
    }

    @Test
    void a_rate_that_is_in_the_way_for_long_is_said_in_words_and_forgotten_when_it_is_not_any_more() {
        // given
        Instant begin = now;
        Optional<Breaker.Trouble> early = Optional.empty();
        for (int second = 0; second < 20; second++) {
            allow(TEN_A_SECOND);
            pace.allows(connection(TEN_A_SECOND), 1, now);
            early = second == 5 ? pace.trouble(now) : early;
            now = now.plusSeconds(1);
        }
        // when
        Optional<Breaker.Trouble> trouble = pace.trouble(now);
        now = now.plusSeconds(20);
        // then
        assertThat(early).isEmpty();
        assertThat(trouble.orElseThrow().why())
                .isEqualTo("Held back by the company's rate: sends 9 of 10 requests a second");
        assertThat(trouble.orElseThrow().since()).isEqualTo(begin);
        assertThat(pace.trouble(now)).isEmpty();
    }

    @Test
    void another_workspace_has_other_places() {
        // given
        allow(Rate.OF_BRAZE);
        Turns.Turn others = turns.join(() -> {});
        for (int i = 0; i < 127; i++) {
            others.began(75);
        }
        Pace elsewhere = new Pace(
                Defaults.of(LanesConfig.class),
                host -> host.equals(BRAZE) ? turns : new Turns(128, 75, Runnable::run),
                signals,
                1,
                () -> {},
                now);
        // when
        boolean here = elsewhere.allows(connection(Rate.OF_BRAZE), 0, now);
        boolean there = elsewhere.allows(at(URI.create("https://rest.fra-01.braze.eu"), Rate.OF_BRAZE), 0, now);
        // then
        assertThat(here).isFalse();
        assertThat(there).isTrue();
    }

    @Test
    void a_pace_that_was_held_back_is_remembered_until_it_is_as_new() {
        // given
        Pace.Flight flight = allow(Rate.OF_BRAZE);
        // when
        pace.ended(flight, new Reply.RateLimited(Duration.ofSeconds(3)), now);
        // then
        assertThat(pace.isRested(now.plusSeconds(30))).isFalse();
        assertThat(pace.isRested(now.plusSeconds(34))).isTrue();
    }

    @Test
    void a_quick_reply_leaves_everything_as_it_is() {
        // given
        Pace.Flight flight = allow(Rate.OF_BRAZE);
        // when
        pace.ended(flight, new Reply.Answered(List.of(new Outcome.Accepted())), now.plusMillis(50));
        allow(Rate.OF_BRAZE);
        // then
        assertThat(signals.part).isEqualTo(1);
        assertThat(signals.limit).isEqualTo(16);
    }

    private Pace.Flight allow(Rate rate) {
        assertThat(pace.allows(connection(rate), 0, now)).isTrue();
        return pace.began(75, 1, now);
    }

    private static Connection connection(Rate rate) {
        return at(BRAZE, rate);
    }

    private static Connection at(URI endpoint, Rate rate) {
        return new Connection("acme", 1, endpoint, new ApiKey("key"), rate, Optional.empty());
    }
}
