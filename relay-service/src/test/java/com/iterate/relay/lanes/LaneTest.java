package com.iterate.relay.lanes;

import static com.iterate.relay.lanes.LanesFixture.anEvent;
import static com.iterate.relay.lanes.LanesFixture.answer;
import static com.iterate.relay.lanes.LanesFixture.connected;
import static com.iterate.relay.lanes.LanesFixture.number;
import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.contracts.Delivery;
import com.iterate.relay.braze.Reply;
import com.iterate.relay.braze.Reply.Reached;
import com.iterate.relay.braze.TrackObject;
import com.iterate.relay.credentials.Lookup;
import com.iterate.relay.deadletters.Reason;
import com.iterate.relay.deadletters.Try;
import com.iterate.relay.lanes.LaneState.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LaneTest {

    private final LanesFixture lane = new LanesFixture();
    private final ModelBraze braze = lane.braze;
    private final VirtualTime time = lane.time;

    @Test
    void an_idle_lane_sends_at_once() {
        // when
        lane.answers("ana", "csat", 4);
        time.runFor(Duration.ofMillis(1));
        // then
        assertThat(braze.requests()).hasSize(1);
    }

    @Test
    void answers_that_come_while_a_request_is_in_flight_share_the_next_one() {
        // given
        lane.answers("ana", "csat", 4);
        time.runFor(Duration.ofMillis(1));
        // when
        for (int i = 0; i < 20; i++) {
            lane.answers("person" + i, "csat", 4);
        }
        lane.runUntilAllFinished();
        // then
        assertThat(braze.requests()).hasSize(2);
        assertThat(braze.requests().get(1)).hasSize(20);
    }

    @Test
    void a_request_never_holds_more_than_75_objects() {
        // given
        lane.answers("ana", "csat", 4);
        // when
        for (int i = 0; i < 200; i++) {
            lane.accept(anEvent(
                    "person" + i,
                    time.now(),
                    Set.of(Delivery.BRAZE_ATTRIBUTES, Delivery.BRAZE_EVENTS),
                    answer("csat", 4)));
        }
        lane.runUntilAllFinished();
        // then
        assertThat(braze.requests()).allSatisfy(request -> assertThat(request).hasSizeLessThanOrEqualTo(75));
        assertThat(braze.events()).hasSize(200);
    }

    @Test
    void one_person_with_more_events_than_a_request_holds_gets_them_all_through() {
        // given
        lane.answers("ana", "first", 1);
        // when
        for (int i = 0; i < 100; i++) {
            lane.accept(anEvent("bob", time.now(), Set.of(Delivery.BRAZE_EVENTS), answer("q" + i, i)));
        }
        lane.runUntilAllFinished();
        // then
        assertThat(braze.events()).hasSize(100);
        assertThat(braze.requests()).allSatisfy(request -> assertThat(request).hasSizeLessThanOrEqualTo(75));
    }

    @Test
    void all_waiting_answers_of_a_person_go_in_one_object_and_the_last_value_wins() {
        // given
        lane.answers("bob", "other", 1);
        time.runFor(Duration.ofMillis(1));
        // when
        lane.answers("ana", "csat", 3);
        lane.answers("ana", "why", 1);
        lane.answers("ana", "csat", 9);
        lane.runUntilAllFinished();
        // then
        assertThat(braze.requests().get(1)).hasSize(1);
        assertThat(braze.profile("ana")).containsEntry("csat", number(9)).containsEntry("why", number(1));
        assertThat(lane.superseded).isEqualTo(1);
    }

    @Test
    void the_answer_submitted_last_wins_even_if_it_came_first() {
        // given
        lane.answers("bob", "other", 1);
        Instant now = time.now();
        // when
        lane.answers("ana", "csat", 9, now);
        lane.answers("ana", "csat", 3, now.minusSeconds(60));
        lane.runUntilAllFinished();
        // then
        assertThat(braze.profile("ana")).containsEntry("csat", number(9));
    }

    @Test
    void an_older_answer_that_comes_just_after_a_newer_one_was_sent_is_never_sent() {
        // given
        Instant now = time.now();
        lane.answers("ana", "csat", 9, now);
        time.runFor(Duration.ofMillis(200));
        // when
        lane.answers("ana", "csat", 3, now.minusSeconds(60));
        lane.runUntilAllFinished();
        // then
        assertThat(braze.writes()).extracting(ModelBraze.Write::value).containsExactly(number(9));
        assertThat(lane.superseded).isEqualTo(1);
    }

    @Test
    void the_same_attribute_rests_after_a_success_and_another_does_not() {
        // given
        lane.answers("ana", "csat", 3);
        time.runFor(Duration.ofMillis(100));
        Instant before = time.now();
        // when
        lane.answers("ana", "csat", 9);
        lane.answers("ana", "why", 1);
        lane.runUntilAllFinished();
        // then
        assertThat(braze.writes().get(1).attribute()).isEqualTo("why");
        assertThat(braze.writes().get(1).at()).isBefore(before.plusMillis(200));
        assertThat(braze.writes().get(2).value()).isEqualTo(number(9));
        assertThat(braze.writes().get(2).at()).isAfter(before.plusMillis(2800));
    }

    @Test
    void an_older_answer_never_overtakes_a_newer_one_when_the_first_request_times_out_after_braze_took_it() {
        // given
        braze.appliesAfter(request -> request == 1 ? Duration.ofMillis(2900) : Duration.ZERO);
        braze.nextRequest(objects -> {
            braze.take(objects);
            return new Reply.Failed(0, "time-out", Reached.MAYBE);
        });
        lane.answers("ana", "csat", 3);
        time.runFor(Duration.ofMillis(10));
        // when
        lane.answers("ana", "csat", 9);
        lane.runUntilAllFinished();
        time.runFor(Duration.ofMinutes(1));
        // then
        assertThat(braze.profile("ana")).containsEntry("csat", number(9));
    }

    @Test
    void an_outage_of_hours_loses_nothing_and_dead_letters_nothing() {
        // given
        for (int i = 0; i < 400; i++) {
            braze.nextRequest(objects -> new Reply.Failed(503, "Service Unavailable", Reached.MAYBE));
        }
        // when
        for (int i = 0; i < 300; i++) {
            lane.answers("person" + i, "csat", i % 11);
        }
        time.runFor(Duration.ofMinutes(10));
        LaneState during = lane.state();
        lane.runUntilAllFinished();
        // then
        assertThat(during.state()).isEqualTo(Health.WAITING);
        assertThat(during.waiting()).isEqualTo(300);
        assertThat(lane.deadLetters).isEmpty();
        assertThat(braze.profile("person7")).containsEntry("csat", number(7));
        assertThat(lane.state().state()).isEqualTo(Health.IDLE);
    }

    @Test
    void one_bad_answer_among_75_is_dead_lettered_alone() {
        // given
        braze.refuses(object -> object.respondent().toString().contains("person37"));
        lane.answers("first", "csat", 1);
        // when
        for (int i = 0; i < 75; i++) {
            lane.answers("person" + i, "csat", 5);
        }
        lane.runUntilAllFinished();
        // then
        assertThat(lane.deadLetters).hasSize(1);
        assertThat(lane.deadLetters.get(0).reason()).isEqualTo(Reason.REJECTED);
        assertThat(lane.delivered).isEqualTo(75);
    }

    @Test
    void a_dead_letter_knows_what_became_of_each_request_that_carried_it() {
        // given
        braze.nextRequest(objects -> new Reply.Failed(503, "Service Unavailable", Reached.MAYBE));
        braze.nextRequest(objects -> new Reply.RateLimited(Duration.ofSeconds(1)));
        braze.refuses(object -> true);
        // when
        lane.answers("ana", "csat", 3);
        lane.runUntilAllFinished();
        // then
        assertThat(lane.deadLetters).singleElement().satisfies(letter -> {
            assertThat(letter.attempts()).isEqualTo(3);
            assertThat(letter.tries()).extracting(Try::status).containsExactly(503, 429, 201);
            assertThat(letter.tries()).extracting(Try::at).isSorted().doesNotHaveDuplicates();
            assertThat(letter.firstFailedAt()).isEqualTo(letter.tries().get(0).at());
        });
    }

    @Test
    void of_the_requests_of_a_long_outage_it_knows_the_first_and_the_last_nine() {
        // given
        for (int i = 0; i < 30; i++) {
            braze.nextRequest(objects -> new Reply.Failed(503, "Service Unavailable", Reached.MAYBE));
        }
        braze.refuses(object -> true);
        Instant begin = time.now();
        // when
        lane.answers("ana", "csat", 3);
        lane.runUntilAllFinished();
        // then
        assertThat(lane.deadLetters).singleElement().satisfies(letter -> {
            assertThat(letter.attempts()).isEqualTo(31);
            assertThat(letter.tries()).hasSize(10);
            assertThat(letter.tries().get(0).at()).isBefore(begin.plusSeconds(1));
            assertThat(letter.tries().get(9).status()).isEqualTo(201);
        });
    }

    @Test
    void an_attribute_and_an_event_in_one_request_are_one_request() {
        // given
        braze.nextRequest(objects -> new Reply.Failed(503, "Service Unavailable", Reached.MAYBE));
        braze.refuses(object -> true);
        // when
        lane.accept(anEvent(
                "ana", time.now(), Set.of(Delivery.BRAZE_ATTRIBUTES, Delivery.BRAZE_EVENTS), answer("csat", 1)));
        lane.runUntilAllFinished();
        // then
        assertThat(lane.deadLetters).singleElement().satisfies(letter -> {
            assertThat(letter.attempts()).isEqualTo(braze.requests().size());
            assertThat(letter.tries()).hasSize(letter.attempts());
        });
    }

    @Test
    void answers_of_one_record_in_one_object_are_one_request() {
        // given
        braze.nextRequest(objects -> new Reply.Failed(503, "Service Unavailable", Reached.MAYBE));
        braze.refuses(object -> object instanceof TrackObject.Attributes all
                && number(666).equals(all.values().get("why")));
        // when
        lane.accept(LanesFixture.anEvent(
                "ana", time.now(), Set.of(Delivery.BRAZE_ATTRIBUTES), answer("why", 666), answer("csat", 1)));
        lane.runUntilAllFinished();
        // then
        assertThat(lane.deadLetters).singleElement().satisfies(letter -> {
            // Together, together refused, and each by itself.
            assertThat(letter.tries()).extracting(Try::status).containsExactly(503, 201, 201);
            assertThat(letter.attempts()).isEqualTo(4);
        });
    }

    @Test
    void a_folded_object_that_braze_refuses_is_sent_again_answer_by_answer_in_order() {
        // given
        braze.refuses(object -> object instanceof TrackObject.Attributes all
                && number(666).equals(all.values().get("why")));
        lane.answers("bob", "other", 1);
        time.runFor(Duration.ofMillis(1));
        // when
        lane.answers("ana", "csat", 3);
        long culprit = lane.answers("ana", "why", 666);
        lane.answers("ana", "csat", 9);
        lane.answers("ana", "nps", 10);
        lane.runUntilAllFinished();
        // then
        assertThat(lane.deadLetters).hasSize(1);
        assertThat(lane.deadLetters.get(0).original().offset()).isEqualTo(culprit);
        assertThat(braze.profile("ana")).containsEntry("csat", number(9)).containsEntry("nps", number(10));
        assertThat(braze.profile("ana")).doesNotContainKey("why");
    }

    @Test
    void a_record_is_not_done_while_an_older_one_of_which_it_has_covered_a_part_is_open() {
        // given
        braze.refuses(object -> object instanceof TrackObject.Attributes all
                && number(666).equals(all.values().get("why")));
        lane.answers("bob", "other", 1);
        time.runFor(Duration.ofMillis(1));
        long older = lane.accept(LanesFixture.anEvent(
                "ana",
                time.now(),
                Set.of(Delivery.BRAZE_ATTRIBUTES),
                LanesFixture.answer("csat", 3),
                LanesFixture.answer("why", 666)));
        long newer = lane.answers("ana", "csat", 9);
        long another = lane.answers("ana", "nps", 10);
        // when
        time.runUntil(() -> braze.requests().size() > 3, Duration.ofMinutes(1));
        Set<Long> doneInBetween = Set.copyOf(lane.finished);
        lane.runUntilAllFinished();
        // then
        assertThat(doneInBetween).doesNotContain(older, newer);
        assertThat(lane.finished).contains(older, newer, another);
        assertThat(braze.profile("ana")).containsEntry("csat", number(9));
    }

    @Test
    void attribute_and_event_have_outcomes_of_their_own() {
        // given
        braze.refuses(TrackObject.Event.class::isInstance);
        // when
        lane.accept(anEvent(
                "ana", time.now(), Set.of(Delivery.BRAZE_ATTRIBUTES, Delivery.BRAZE_EVENTS), answer("csat", 4)));
        lane.runUntilAllFinished();
        // then
        assertThat(braze.profile("ana")).containsEntry("csat", number(4));
        assertThat(lane.deadLetters.get(0).undelivered())
                .singleElement()
                .satisfies(undelivered -> assertThat(undelivered.as()).isEqualTo("event"));
    }

    @Test
    void an_object_that_alone_keeps_failing_while_others_pass_is_found_by_halving() {
        // given
        for (int i = 0; i < 2000; i++) {
            braze.nextRequest(objects -> objects.toString().contains("poison")
                    ? new Reply.Failed(500, "Internal Server Error", Reached.MAYBE)
                    : braze.take(objects));
        }
        // when
        for (int i = 0; i < 40; i++) {
            lane.answers(i == 20 ? "poison" : "person" + i, "csat", 5);
        }
        for (int second = 0; second < 600; second++) {
            lane.answers("later" + second, "csat", 1);
            time.runFor(Duration.ofSeconds(1));
        }
        lane.runUntilAllFinished();
        // then
        assertThat(lane.deadLetters).hasSize(1);
        assertThat(lane.deadLetters.get(0).reason()).isEqualTo(Reason.BRAZE_ERROR);
        assertThat(lane.delivered).isEqualTo(639);
    }

    @Test
    void a_person_who_is_all_alone_in_an_outage_is_never_taken_for_the_culprit() {
        // given
        for (int i = 0; i < 50; i++) {
            braze.nextRequest(objects -> new Reply.Failed(500, "Internal Server Error", Reached.MAYBE));
        }
        // when
        lane.answers("ana", "csat", 5);
        boolean all = lane.runUntilAllFinished();
        // then
        assertThat(all).isTrue();
        assertThat(lane.deadLetters).isEmpty();
    }

    @Test
    void a_refusal_of_the_whole_request_is_halved_down_to_the_culprit() {
        // given
        for (int i = 0; i < 100; i++) {
            braze.nextRequest(objects -> objects.toString().contains("huge")
                    ? new Reply.TooMuch(413, "Request Entity Too Large")
                    : braze.take(objects));
        }
        lane.answers("first", "csat", 1);
        // when
        for (int i = 0; i < 75; i++) {
            lane.answers(i == 50 ? "huge" : "person" + i, "csat", 5);
        }
        lane.runUntilAllFinished();
        // then
        assertThat(lane.deadLetters).hasSize(1);
        assertThat(lane.delivered).isEqualTo(75);
    }

    @Test
    void a_rate_limit_is_waited_out_and_counts_as_no_attempt() {
        // given
        braze.nextRequest(objects -> new Reply.RateLimited(Duration.ofSeconds(30)));
        Instant before = time.now();
        // when
        lane.answers("ana", "csat", 5);
        time.runFor(Duration.ofSeconds(29));
        // then
        assertThat(braze.requests()).hasSize(1);
        assertThat(lane.runUntilAllFinished()).isTrue();
        assertThat(time.now()).isBetween(before.plusSeconds(30), before.plusSeconds(40));
    }

    @Test
    void a_wrong_key_suspends_the_lane_and_a_new_one_wakes_it_at_once() {
        // given
        braze.nextRequest(objects -> new Reply.Misconfigured(401, "Braze does not know this key"));
        lane.answers("ana", "csat", 3);
        lane.answers("ana", "why", 1);
        time.runFor(Duration.ofSeconds(5));
        LaneState suspended = lane.state();
        // when
        lane.connection = connected(2, Optional.empty());
        lane.lanes.changed(LanesFixture.ACME, lane.connection);
        time.runFor(Duration.ofSeconds(4));
        // then
        assertThat(suspended.state()).isEqualTo(Health.SUSPENDED);
        assertThat(suspended.why()).contains("Braze does not know this key");
        assertThat(suspended.waiting()).isEqualTo(2);
        assertThat(braze.profile("ana")).containsEntry("csat", number(3)).containsEntry("why", number(1));
    }

    @Test
    void a_wrong_key_is_tried_again_slowly() {
        // given
        for (int i = 0; i < 3; i++) {
            braze.nextRequest(objects -> new Reply.Misconfigured(401, "Braze does not know this key"));
        }
        // when
        lane.answers("ana", "csat", 3);
        time.runFor(Duration.ofSeconds(25));
        int requests = braze.requests().size();
        // then
        assertThat(requests).isEqualTo(1);
        assertThat(lane.runUntilAllFinished()).isTrue();
        assertThat(lane.deadLetters).isEmpty();
    }

    @Test
    void the_refusal_of_an_old_key_does_not_suspend_the_new_one() {
        // given
        braze.nextRequest(objects -> new Reply.Misconfigured(401, "Braze does not know this key"));
        lane.answers("ana", "csat", 3);
        time.runFor(Duration.ofMillis(10));
        // when
        lane.connection = connected(2, Optional.empty());
        lane.lanes.changed(LanesFixture.ACME, lane.connection);
        time.runFor(Duration.ofSeconds(1));
        // then
        assertThat(lane.state().state()).isEqualTo(Health.IDLE);
        assertThat(braze.profile("ana")).containsEntry("csat", number(3));
    }

    @Test
    void without_a_connection_answers_wait_and_go_once_there_is_one() {
        // given
        lane.connection = new Lookup.NotConnected(1);
        lane.answers("ana", "csat", 3);
        time.runFor(Duration.ofMinutes(30));
        LaneState before = lane.state();
        // when
        lane.connection = connected(2, Optional.empty());
        lane.lanes.changed(LanesFixture.ACME, lane.connection);
        time.runFor(Duration.ofSeconds(1));
        // then
        assertThat(before.state()).isEqualTo(Health.NOT_CONNECTED);
        assertThat(braze.profile("ana")).containsEntry("csat", number(3));
    }

    @Test
    void an_unknown_company_is_dead_lettered() {
        // given
        lane.connection = new Lookup.UnknownCompany();
        // when
        lane.answers("ana", "csat", 3);
        time.runFor(Duration.ofSeconds(1));
        // then
        assertThat(lane.deadLetters).singleElement().satisfies(letter -> assertThat(letter.reason())
                .isEqualTo(Reason.UNKNOWN_COMPANY));
    }

    @Test
    void answers_from_before_the_switch_to_another_workspace_are_discarded_if_the_company_says_so() {
        // given
        lane.connection = new Lookup.NotConnected(1);
        lane.answers("ana", "csat", 3);
        time.runFor(Duration.ofMinutes(1));
        // when
        lane.connection = connected(2, Optional.of(time.now()));
        lane.lanes.changed(LanesFixture.ACME, lane.connection);
        lane.answers("ana", "csat", 9, time.now().plusSeconds(1));
        lane.runUntilAllFinished();
        // then
        assertThat(lane.discarded).isEqualTo(1);
        assertThat(braze.writes()).extracting(ModelBraze.Write::value).containsExactly(number(9));
    }

    @Test
    void a_name_that_would_overwrite_a_profile_field_is_dead_lettered_and_never_sent() {
        // when
        lane.answers("ana", "email", 3);
        time.runFor(Duration.ofSeconds(1));
        // then
        assertThat(braze.requests()).isEmpty();
        assertThat(lane.deadLetters.get(0).reason()).isEqualTo(Reason.INVALID_ATTRIBUTE);
    }

    @Test
    void anonymous_answers_and_answers_not_meant_for_braze_are_done_without_a_call() {
        // when
        lane.accept(anEvent("", time.now(), Set.of(Delivery.BRAZE_ATTRIBUTES), answer("csat", 3)));
        lane.accept(anEvent("ana", time.now(), Set.of(), answer("csat", 3)));
        time.runFor(Duration.ofSeconds(1));
        // then
        assertThat(braze.requests()).isEmpty();
        assertThat(lane.finished).containsExactlyInAnyOrder(0L, 1L);
    }

    @Test
    void what_waited_for_80_percent_of_the_retention_is_dead_lettered_as_expired() {
        // given
        lane.connection = new Lookup.NotConnected(1);
        lane.answers("ana", "csat", 3);
        time.runFor(Duration.ofHours(269));
        // when
        lane.connection = connected(2, Optional.empty());
        lane.lanes.changed(LanesFixture.ACME, lane.connection);
        time.runFor(Duration.ofMinutes(2));
        // then
        assertThat(lane.deadLetters.get(0).reason()).isEqualTo(Reason.EXPIRED);
    }

    @Test
    void released_partitions_send_nothing_more_and_what_is_in_flight_is_waited_for() {
        // given
        lane.answers("ana", "csat", 3);
        time.runFor(Duration.ofMillis(10));
        lane.answers("ana", "why", 3);
        // when
        var released = lane.lanes.release(Set.of(0)).toCompletableFuture();
        boolean atOnce = released.isDone();
        time.runFor(Duration.ofSeconds(10));
        // then
        assertThat(atOnce).isFalse();
        assertThat(released).isDone();
        assertThat(braze.requests()).hasSize(1);
        assertThat(lane.finished).containsExactly(0L);
    }

    @Test
    void an_answer_that_braze_does_not_speak_of_is_sent_again() {
        // given
        braze.nextRequest(objects -> new Reply.Answered(List.of()));
        // when
        lane.answers("ana", "csat", 3);
        lane.runUntilAllFinished();
        // then
        assertThat(braze.requests()).hasSize(2);
        assertThat(braze.profile("ana")).containsEntry("csat", number(3));
    }
}
