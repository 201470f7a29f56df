package com.iterate.relay.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final Concurrency concurrency = new Concurrency(16);

    @Test
    void while_braze_is_as_quick_as_ever_all_requests_may_go() {
        for (int i = 0; i < 10_000; i++) {
            replies(50, 1);
            assertThat(concurrency.limit()).isEqualTo(16);
        }
    }

    @Test
    void neither_hiccups_nor_full_requests_that_take_twice_as_long_reduce_it() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            replies(50 + random.nextInt(60), 1);
            if (i % 100 == 99) {
                replies(2000, 1);
            }
            assertThat(concurrency.limit()).isGreaterThanOrEqualTo(14);
        }
    }

    @Test
    void a_slow_first_handshake_does_not_set_the_standard() {
        // given
        replies(3000, 10);
        replies(50, 200);
        // when
        replies(400, 40);
        // then
        assertThat(concurrency.limit()).isLessThan(8);
    }

    @Test
    void when_braze_slows_down_fewer_are_in_flight_and_slowness_alone_leaves_four() {
        // given
        replies(50, 100);
        // when
        replies(800, 60);
        // then
        assertThat(concurrency.limit()).isBetween(4, 5);
    }

    @Test
    void once_braze_is_quick_again_all_may_go_again() {
        // given
        replies(50, 100);
        replies(800, 60);
        // when
        replies(50, 40);
        // then
        assertThat(concurrency.limit()).isEqualTo(16);
    }

    @Test
    void what_stays_slow_becomes_usual() {
        // given
        replies(50, 100);
        // when
        replies(300, 400);
        // then
        assertThat(concurrency.limit()).isEqualTo(16);
    }

    @Test
    void a_failure_halves_it_once_for_all_requests_that_were_under_way() {
        // when
        for (int i = 0; i < 16; i++) {
            concurrency.failed(NOW, NOW.plusSeconds(10).plusMillis(i));
        }
        // then
        assertThat(concurrency.limit()).isEqualTo(8);
    }

    @Test
    void an_outage_leaves_one() {
        // when
        for (int i = 0; i < 100; i++) {
            concurrency.failed(NOW.plusSeconds(i), NOW.plusSeconds(i));
        }
        // then
        assertThat(concurrency.limit()).isEqualTo(1);
    }

    @Test
    void after_an_outage_it_is_back_after_a_few_dozen_replies() {
        // given
        replies(50, 100);
        for (int i = 0; i < 100; i++) {
            concurrency.failed(NOW.plusSeconds(i), NOW.plusSeconds(i));
        }
        // when
        replies(50, 40);
        // then
        assertThat(concurrency.limit()).isEqualTo(16);
    }

    @Test
    void a_limit_that_is_not_used_does_not_grow() {
        // given
        for (int i = 0; i < 2; i++) {
            concurrency.failed(NOW.plusSeconds(i), NOW.plusSeconds(i));
        }
        // when
        for (int i = 0; i < 100; i++) {
            concurrency.answered(Duration.ofMillis(50), 1);
        }
        // then
        assertThat(concurrency.limit()).isEqualTo(4);
    }

    @Property(tries = 200)
    void it_stays_between_one_and_the_most_whatever_happens(@ForAll long seed) {
        Random random = new Random(seed);
        Concurrency any = new Concurrency(16);
        for (int i = 0; i < 500; i++) {
            if (random.nextInt(10) == 0) {
                any.failed(NOW.plusSeconds(i), NOW.plusSeconds(i));
            } else {
                any.answered(Duration.ofMillis(random.nextInt(10_000)), 1 + random.nextInt(16));
            }
            assertThat(any.limit()).isBetween(1, 16);
        }
    }

    private void replies(int millis, int times) {
        for (int i = 0; i < times; i++) {
            concurrency.answered(Duration.ofMillis(millis), concurrency.limit());
        }
    }
}
