package com.iterate.relay.lanes;

import static com.iterate.relay.lanes.LanesFixture.anEvent;
import static com.iterate.relay.lanes.LanesFixture.answer;
import static com.iterate.relay.lanes.LanesFixture.number;
import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.contracts.AnswerValue;
import com.iterate.contracts.Delivery;
import com.iterate.relay.braze.Outcome;
import com.iterate.relay.braze.Reply;
import com.iterate.relay.braze.Reply.Reached;
import com.iterate.relay.braze.TrackObject;
import com.iterate.relay.credentials.Rate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever Braze does and whenever answers come: nothing is lost, and each attribute ends with its newest answer. */
class LanePropertyTest {

    private static final List<String> PEOPLE = List.of("ana", "bob", "cyn", "dan", "eve");
    private static final List<String> ATTRIBUTES = List.of("csat", "nps", "why");

    /** As much as the profile of somebody should show. */
    private record Newest(Age age, AnswerValue value) {}

    @Property(tries = 400, seed = "2026")
    void the_final_profile_is_the_newest_answer_to_each_attribute(@ForAll long seed) {
        // given
        Random random = new Random(seed);
        LanesFixture lane = new LanesFixture(seed);
        lane.braze.appliesAfter(request -> Duration.ofMillis(random.nextInt(2900)));
        Map<String, Map<String, Newest>> expected = new HashMap<>();
        for (int i = 0; i < random.nextInt(60); i++) {
            lane.braze.nextRequest(objects -> misbehave(lane.braze, objects, random));
        }
        // when
        int answers = 1 + random.nextInt(80);
        for (int i = 0; i < answers; i++) {
            String who = PEOPLE.get(random.nextInt(PEOPLE.size()));
            String attribute = ATTRIBUTES.get(random.nextInt(ATTRIBUTES.size()));
            Instant submittedAt = lane.time.now();
            long offset = lane.answers(who, attribute, i, submittedAt);
            expected.computeIfAbsent(who, id -> new HashMap<>())
                    .put(attribute, new Newest(new Age(submittedAt, offset), number(i)));
            lane.time.runFor(Duration.ofMillis(random.nextInt(4) == 0 ? random.nextInt(5000) : random.nextInt(60)));
        }
        boolean all = lane.runUntilAllFinished();
        lane.time.runFor(Duration.ofSeconds(5));
        // then
        assertThat(all).as("every answer is done").isTrue();
        assertThat(lane.deadLetters).isEmpty();
        expected.forEach((who, attributes) -> attributes.forEach(
                (attribute, newest) -> assertThat(lane.braze.profile(who)).containsEntry(attribute, newest.value())));
    }

    @Property(tries = 200, seed = "2026")
    void nobody_is_ever_in_two_requests_at_once_and_nothing_bad_takes_a_good_answer_along(@ForAll long seed) {
        // given
        Random random = new Random(seed);
        LanesFixture lane = new LanesFixture(seed);
        lane.braze.refuses(object -> object instanceof TrackObject.Attributes all
                && all.values().values().stream().anyMatch(LanePropertyTest::isBad));
        // when
        int answers = 1 + random.nextInt(60);
        Set<Long> bad = new HashSet<>();
        for (int i = 0; i < answers; i++) {
            boolean isBad = random.nextInt(6) == 0;
            String who = PEOPLE.get(random.nextInt(PEOPLE.size()));
            // Each answer has an attribute of its own: none is covered by a newer one.
            long offset = lane.accept(anEvent(
                    who, lane.time.now(), Set.of(Delivery.BRAZE_ATTRIBUTES), answer("a" + i, isBad ? -1 - i : i)));
            if (isBad) {
                bad.add(offset);
            }
            lane.time.runFor(Duration.ofMillis(random.nextInt(30)));
        }
        boolean all = lane.runUntilAllFinished();
        // then
        assertThat(all).isTrue();
        assertThat(lane.deadLetters)
                .extracting(letter -> letter.original().offset())
                .containsExactlyInAnyOrderElementsOf(bad);
        assertThat(lane.delivered).isEqualTo(answers - bad.size());
    }

    @Property(tries = 100)
    void whatever_braze_does_no_second_sees_more_requests_than_the_rate_and_all_answers_arrive(@ForAll long seed) {
        // given
        Random random = new Random(seed);
        LanesFixture lane = new LanesFixture(seed);
        int rate = 1 + random.nextInt(20);
        lane.connection = LanesFixture.connected(new Rate(rate, Duration.ofSeconds(1)));
        for (int i = 0; i < random.nextInt(30); i++) {
            lane.braze.nextRequest(objects -> misbehave(lane.braze, objects, random));
        }
        // when
        for (int i = 0; i < 300; i++) {
            lane.answers("person" + random.nextInt(100), "a" + random.nextInt(5), i);
            lane.time.runFor(Duration.ofMillis(random.nextInt(40)));
        }
        boolean all = lane.runUntilAllFinished();
        // then
        assertThat(all).isTrue();
        assertThat(lane.deadLetters).isEmpty();
        List<Instant> sent = lane.braze.sentAt();
        for (int i = rate; i < sent.size(); i++) {
            assertThat(Duration.between(sent.get(i - rate), sent.get(i)))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(999));
        }
    }

    private static boolean isBad(AnswerValue value) {
        return value instanceof AnswerValue.Number number && number.value().signum() < 0;
    }

    private static Reply misbehave(ModelBraze braze, List<TrackObject> objects, Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> {
                braze.take(objects);
                yield new Reply.Failed(0, "time-out after Braze took it", Reached.MAYBE);
            }
            case 1 -> new Reply.Failed(503, "Service Unavailable", Reached.MAYBE);
            case 2 -> new Reply.Failed(0, "connection refused", Reached.NO);
            case 3 -> new Reply.RateLimited(Duration.ofSeconds(1 + random.nextInt(5)));
            case 4 -> new Reply.Misconfigured(401, "Braze does not know this key");
            case 5 -> {
                braze.take(objects);
                yield new Reply.Answered(objects.stream()
                        .<Outcome>map(object -> new Outcome.Unclear("an error without an index"))
                        .toList());
            }
            default -> braze.take(objects);
        };
    }
}
