package com.iterate.relay.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.relay.credentials.Rate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    private Instant now = START;

    @Property(tries = 300)
    void no_window_ever_sees_more_requests_than_the_share_of_the_rate(
            @ForAll @IntRange(min = 1, max = 3000) int requests,
            @ForAll @IntRange(min = 1, max = 60) int seconds,
            @ForAll @IntRange(min = 1, max = 24) int owned,
            @ForAll long seed) {
        // given
        Random random = new Random(seed);
        Duration window = Duration.ofSeconds(seconds);
        now = START;
        TokenBucket bucket = new TokenBucket(new Rate(requests, window), owned / 24.0, now);
        int allowed = (int) Math.ceil(requests * owned / 24.0);
        Deque<Instant> sent = new ArrayDeque<>();
        for (int i = 0; i < 2000; i++) {
            // when
            boolean limited = random.nextInt(200) == 0;
            if (limited) {
                bucket.limited(now, now.plusSeconds(random.nextInt(5)), now);
            }
            now = random.nextInt(100) == 0
                    ? now.plus(window.multipliedBy(random.nextInt(3)))
                    : bucket.nextTokenAt(now).plusNanos(random.nextInt(3));
            if (bucket.hasToken(now)) {
                bucket.take(now);
                sent.addLast(now);
            }
            // then
            Instant windowBegan = now.minus(window);
            while (!sent.isEmpty() && !sent.peekFirst().isAfter(windowBegan)) {
                sent.removeFirst();
            }
            assertThat(sent.size()).isLessThanOrEqualTo(allowed);
        }
    }

    @Property(tries = 100)
    void whoever_waits_until_the_next_token_finds_one(
            @ForAll @IntRange(min = 1, max = 10_000_000) int requests,
            @ForAll @IntRange(min = 1, max = 3600) int seconds,
            @ForAll @IntRange(min = 1, max = 24) int owned) {
        // given
        now = START;
        TokenBucket bucket = new TokenBucket(new Rate(requests, Duration.ofSeconds(seconds)), owned / 24.0, now);
        for (int i = 0; i < 1000; i++) {
            // when
            Instant next = bucket.nextTokenAt(now);
            // then
            assertThat(next).isAfterOrEqualTo(now);
            assertThat(bucket.hasToken(next)).isTrue();
            bucket.take(next);
            now = next;
        }
    }

    @Test
    void an_idle_company_sends_a_tenth_of_a_window_at_once_and_then_nine_tenths_of_the_rate() {
        // given
        TokenBucket bucket = bucket();
        // when
        int atOnce = takeAll(bucket);
        now = now.plusSeconds(1);
        // then
        assertThat(atOnce).isEqualTo(300);
        assertThat(bucket.perSecond(now)).isEqualTo(900);
        assertThat(takeAll(bucket)).isEqualTo(300);
        assertThat(sentIn(bucket, Duration.ofSeconds(10))).isBetween(8990, 9010);
    }

    @Test
    void a_relay_with_half_of_the_partitions_sends_half_as_much() {
        // given
        TokenBucket bucket = bucket();
        // when
        bucket.share(0.5, now);
        // then
        assertThat(takeAll(bucket)).isEqualTo(150);
        assertThat(bucket.limitPerSecond()).isEqualTo(500);
        assertThat(sentIn(bucket, Duration.ofSeconds(10))).isBetween(4490, 4510);
    }

    @Test
    void a_share_of_less_than_a_request_sends_one_now_and_then() {
        // given
        TokenBucket bucket = new TokenBucket(new Rate(6, Duration.ofMinutes(1)), 1 / 24.0, now);
        // when
        int sent = sentIn(bucket, Duration.ofHours(1));
        // then
        assertThat(sent).isBetween(13, 15);
    }

    @Test
    void a_429_halves_the_rate_once_for_all_requests_that_were_under_way() {
        // given
        TokenBucket bucket = bucket();
        Instant sentAt = now;
        now = now.plusMillis(50);
        // when
        for (int i = 0; i < 16; i++) {
            bucket.limited(sentAt, now.plusSeconds(3), now);
        }
        // then
        assertThat(bucket.perSecond(now)).isEqualTo(450);
    }

    @Test
    void after_a_429_the_whole_rate_is_back_within_a_minute_of_the_end_of_the_wait() {
        // given
        TokenBucket bucket = bucket();
        Instant end = now.plusSeconds(30);
        // when
        bucket.limited(now, end, now);
        // then
        assertThat(bucket.perSecond(end)).isEqualTo(450);
        assertThat(bucket.perSecond(end.plusSeconds(15))).isEqualTo(675);
        assertThat(bucket.isFull(end.plusSeconds(15))).isFalse();
        assertThat(bucket.perSecond(end.plusSeconds(30))).isEqualTo(900);
        assertThat(bucket.isFull(end.plusSeconds(31))).isTrue();
    }

    @Test
    void however_often_braze_refuses_a_little_goes_on() {
        // given
        TokenBucket bucket = bucket();
        // when
        for (int i = 0; i < 100; i++) {
            bucket.limited(now, now.plusMillis(1), now);
            now = now.plusMillis(1);
        }
        // then
        assertThat(bucket.perSecond(now)).isBetween(9.0, 10.0);
    }

    @Test
    void a_lower_rate_from_the_settings_counts_at_once() {
        // given
        TokenBucket bucket = bucket();
        // when
        bucket.rate(new Rate(100, Duration.ofSeconds(10)), now);
        // then
        assertThat(takeAll(bucket)).isEqualTo(10);
        assertThat(bucket.perSecond(now)).isEqualTo(9);
    }

    private TokenBucket bucket() {
        return new TokenBucket(Rate.OF_BRAZE, 1, now);
    }

    private int takeAll(TokenBucket bucket) {
        int taken = 0;
        while (bucket.hasToken(now)) {
            bucket.take(now);
            taken++;
        }
        return taken;
    }

    private int sentIn(TokenBucket bucket, Duration time) {
        Instant end = now.plus(time);
        takeAll(bucket);
        int sent = 0;
        for (now = bucket.nextTokenAt(now); now.isBefore(end); now = bucket.nextTokenAt(now)) {
            bucket.take(now);
            sent++;
        }
        return sent;
    }
}
