package com.iterate.relay.lanes;

import static com.iterate.relay.lanes.LanesFixture.anEventOf;
import static com.iterate.relay.lanes.LanesFixture.answer;
import static com.iterate.relay.lanes.LanesFixture.connected;
import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.contracts.Delivery;
import com.iterate.relay.braze.Reply;
import com.iterate.relay.braze.Reply.Reached;
import com.iterate.relay.credentials.Rate;
import com.iterate.relay.lanes.LaneState.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LanePaceTest {

    private static final Rate TEN_A_SECOND = new Rate(10, Duration.ofSeconds(1));

    private final LanesFixture lane = new LanesFixture();
    private final ModelBraze braze = lane.braze;
    private final VirtualTime time = lane.time;

    @Test
    void a_lane_that_knows_its_connection_sends_in_the_same_turn_of_the_loop() {
        // given
        lane.answers("ana", "csat", 4);
        lane.runUntilAllFinished();
        // when
        lane.answers("bob", "csat", 4);
        // then
        assertThat(braze.requests()).hasSize(2);
    }

    @Test
    void no_second_sees_more_requests_than_the_companys_rate_and_nothing_is_lost() {
        // given
        lane.connection = connected(TEN_A_SECOND);
        // when
        for (int i = 0; i < 4000; i++) {
            lane.answers("person" + i, "csat", 4);
        }
        boolean all = lane.runUntilAllFinished();
        // then
        assertThat(all).isTrue();
        List<Instant> sent = braze.sentAt();
        for (int i = 10; i < sent.size(); i++) {
            assertThat(Duration.between(sent.get(i - 10), sent.get(i))).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        }
        assertThat(Duration.between(sent.get(0), sent.get(sent.size() - 1))).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void a_relay_with_a_tenth_of_the_partitions_sends_a_tenth_of_the_rate() {
        // given
        lane.connection = connected(TEN_A_SECOND);
        lane.lanes.share(1, 10);
        // when
        for (int i = 0; i < 750; i++) {
            lane.answers("person" + i, "csat", 4);
        }
        lane.runUntilAllFinished();
        // then
        List<Instant> sent = braze.sentAt();
        assertThat(sent).hasSizeBetween(10, 11);
        for (int i = 1; i < sent.size(); i++) {
            assertThat(Duration.between(sent.get(i - 1), sent.get(i))).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        }
    }

    @Test
    void a_lane_held_back_by_its_rate_says_so_and_goes_on_delivering() {
        // given
        lane.connection = connected(new Rate(1, Duration.ofSeconds(1)));
        // when
        for (int i = 0; i < 3000; i++) {
            lane.answers("person" + i, "csat", 4);
        }
        time.runFor(Duration.ofSeconds(30));
        LaneState during = lane.state();
        lane.runUntilAllFinished();
        time.runFor(Duration.ofSeconds(20));
        // then
        assertThat(during.state()).isEqualTo(Health.DELIVERING);
        assertThat(during.why()).contains("Held back by the company's rate: sends 0.9 of 1 requests a second");
        assertThat(during.since()).isPresent();
        assertThat(lane.state().why()).isEmpty();
    }

    @Test
    void after_a_429_requests_come_back_slower_and_then_as_before() {
        // given
        lane.connection = connected(TEN_A_SECOND);
        braze.nextRequest(objects -> new Reply.RateLimited(Duration.ofSeconds(3)));
        // when
        for (int i = 0; i < 75_000; i++) {
            lane.answers("person" + i, "csat", 4);
        }
        time.runFor(Duration.ofSeconds(14));
        int atFirst = braze.requests().size();
        time.runFor(Duration.ofSeconds(50));
        int before = braze.requests().size();
        time.runFor(Duration.ofSeconds(10));
        // then
        assertThat(atFirst).isBetween(45, 70);
        assertThat(braze.requests().size() - before).isBetween(88, 92);
    }

    @Test
    void the_part_of_the_rate_that_is_used_is_told() {
        // given
        lane.connection = connected(TEN_A_SECOND);
        braze.nextRequest(objects -> new Reply.RateLimited(Duration.ofSeconds(3)));
        // when
        lane.answers("ana", "csat", 4);
        time.runFor(Duration.ofSeconds(1));
        double atFirst = lane.lanes.partOfRate("acme");
        time.runFor(Duration.ofSeconds(90));
        // then
        assertThat(atFirst).isEqualTo(0.5);
        assertThat(lane.lanes.partOfRate("acme")).isEqualTo(1);
        assertThat(lane.lanes.partOfRate("never-met")).isEqualTo(1);
    }

    @Test
    void a_time_out_leaves_fewer_requests_in_flight_until_braze_is_well_again() {
        // given
        lane.answers("first", "csat", 4);
        time.runFor(Duration.ofMillis(1));
        for (int i = 0; i < 5; i++) {
            braze.nextRequest(objects -> new Reply.Failed(0, "time-out", Reached.MAYBE));
        }
        // when
        for (int i = 0; i < 20_000; i++) {
            lane.answers("person" + i, "csat", 4);
        }
        boolean all = lane.runUntilAllFinished();
        // then
        assertThat(all).isTrue();
        assertThat(lane.deadLetters).isEmpty();
        assertThat(lane.limit).isEqualTo(16);
    }

    @Test
    void a_steady_latency_of_50_ms_never_costs_a_request_in_flight() {
        // given
        for (int i = 0; i < 100_000; i++) {
            lane.answers("person" + i, "csat", 4);
        }
        // when
        Instant begin = time.now();
        lane.runUntilAllFinished();
        // then
        assertThat(lane.limit).isEqualTo(16);
        // 100,000 answers are 1,334 requests, 16 at a time.
        assertThat(Duration.between(begin, time.now())).isLessThan(Duration.ofMillis(4500));
    }

    @Test
    void a_company_with_one_answer_goes_before_those_with_a_million() {
        // given
        for (int busy = 0; busy < 20; busy++) {
            for (int i = 0; i < 3000; i++) {
                answersAt("busy" + busy, "person" + i);
            }
        }
        time.runFor(Duration.ofMillis(120));
        int sent = braze.requests().size();
        // when
        answersAt("single", "ana");
        boolean atOnce = braze.requests().size() > sent;
        time.runUntil(() -> braze.requests().size() > sent, Duration.ofSeconds(1));
        // then
        assertThat(atOnce).isFalse();
        assertThat(braze.requests().get(sent)).singleElement().satisfies(object -> assertThat(object.toString())
                .contains("ana"));
    }

    @Test
    void twenty_busy_companies_never_have_more_requests_under_way_than_there_are_connections() {
        // when
        for (int busy = 0; busy < 20; busy++) {
            for (int i = 0; i < 3000; i++) {
                answersAt("busy" + busy, "person" + i);
            }
        }
        boolean all = lane.runUntilAllFinished();
        // then
        assertThat(all).isTrue();
        List<Instant> sent = braze.sentAt();
        for (int i = 128; i < sent.size(); i++) {
            assertThat(Duration.between(sent.get(i - 128), sent.get(i))).isGreaterThanOrEqualTo(Duration.ofMillis(50));
        }
        assertThat(lane.holds).contains(Hold.TURN);
    }

    private void answersAt(String company, String who) {
        lane.accept(anEventOf(company, who, time.now(), Set.of(Delivery.BRAZE_ATTRIBUTES), answer("csat", 4)));
    }
}
