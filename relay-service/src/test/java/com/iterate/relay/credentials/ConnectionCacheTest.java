package com.iterate.relay.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.contracts.SettingsChanged;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class ConnectionCacheTest {

    private static final Lookup DOWN = new Lookup.Unavailable("down");

    private Instant now = Instant.parse("2026-11-23T13:00:00Z");
    private final Map<String, CompletableFuture<Lookup>> onTheirWay = new LinkedHashMap<>();
    private final List<String> questions = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final ConnectionCache cache = cacheOf(1000);

    @Test
    void a_first_question_waits_for_the_answer_and_a_second_does_not_ask_again() {
        // given
        CompletionStage<Lookup> first = cache.of("acme");
        CompletionStage<Lookup> meanwhile = cache.of("acme");
        // when
        answer("acme", connected(7));
        // then
        assertThat(first).isCompletedWithValue(connected(7));
        assertThat(meanwhile).isCompletedWithValue(connected(7));
        assertThat(cache.of("acme")).isCompletedWithValue(connected(7));
        assertThat(questions).containsExactly("acme");
        assertThat(told).isEmpty();
    }

    @Test
    void each_connection_is_asked_for_again_after_a_minute_regardless() {
        // given
        known("acme", connected(7));
        // when
        pass(Duration.ofSeconds(67));
        // then
        assertThat(questions).hasSize(2);
        assertThat(cache.of("acme")).isCompletedWithValue(connected(7));
    }

    @Test
    void an_announcement_reloads_at_once_and_listeners_hear_of_the_new_connection() {
        // given
        known("acme", connected(7));
        // when
        cache.announced(new SettingsChanged("acme", 8));
        answer("acme", connected(8));
        // then
        assertThat(told).containsExactly("acme Connected");
        assertThat(cache.of("acme")).isCompletedWithValue(connected(8));
    }

    @Test
    void an_announcement_of_what_is_known_and_one_of_a_stranger_cost_nothing() {
        // given
        known("acme", connected(7));
        // when
        cache.announced(new SettingsChanged("acme", 7));
        cache.announced(new SettingsChanged("globex", 1));
        // then
        assertThat(questions).containsExactly("acme");
    }

    @Test
    void an_answer_that_was_outrun_by_an_announcement_is_asked_for_again() {
        // given
        known("acme", connected(7));
        pass(Duration.ofSeconds(67));
        cache.announced(new SettingsChanged("acme", 8));
        // when
        answer("acme", connected(7));
        pass(Duration.ofSeconds(1));
        answer("acme", connected(8));
        // then
        assertThat(questions).hasSize(3);
        assertThat(cache.of("acme")).isCompletedWithValue(connected(8));
    }

    @Test
    void a_known_connection_serves_on_while_settings_service_is_away() {
        // given
        known("acme", connected(7));
        pass(Duration.ofSeconds(67));
        // when
        answer("acme", DOWN);
        // then
        assertThat(cache.of("acme")).isCompletedWithValue(connected(7));
        assertThat(told).isEmpty();
    }

    @Test
    void after_settings_services_404_the_known_connection_is_gone_even_when_it_then_goes_away() {
        // given
        known("acme", connected(7));
        pass(Duration.ofSeconds(67));
        answer("acme", new Lookup.UnknownCompany());
        pass(Duration.ofSeconds(67));
        // when
        answer("acme", DOWN);
        // then
        assertThat(told).containsExactly("acme UnknownCompany", "acme Unavailable");
        assertThat(cache.of("acme")).isCompletedWithValue(DOWN);
    }

    @Test
    void a_negative_answer_is_believed_for_moments_only() {
        // given
        known("acme", new Lookup.UnknownCompany());
        Lookup atOnce = cache.of("acme").toCompletableFuture().join();
        now = now.plusSeconds(6);
        // when
        CompletionStage<Lookup> later = cache.of("acme");
        // then
        assertThat(atOnce).isEqualTo(new Lookup.UnknownCompany());
        assertThat(later).isNotCompleted();
        answer("acme", connected(1));
        assertThat(later).isCompletedWithValue(connected(1));
    }

    @Test
    void a_company_that_is_not_connected_stays_so_during_an_outage() {
        // given
        known("acme", new Lookup.NotConnected(3));
        now = now.plusSeconds(6);
        CompletionStage<Lookup> asked = cache.of("acme");
        // when
        answer("acme", DOWN);
        // then
        assertThat(asked).isCompletedWithValue(new Lookup.NotConnected(3));
    }

    @Test
    void failures_are_retried_ever_more_slowly_and_askers_do_not_hurry_it() {
        // given
        cache.of("acme");
        answer("acme", DOWN);
        // when
        for (int second = 0; second < 600; second++) {
            cache.of("acme");
            pass(Duration.ofSeconds(1));
            answerIfAsked("acme", DOWN);
        }
        // then
        assertThat(questions).hasSizeBetween(20, 32);
        assertThat(told).isEmpty();
    }

    @Test
    void the_end_of_an_outage_is_told_to_whoever_waits() {
        // given
        cache.of("acme");
        answer("acme", DOWN);
        // when
        pass(Duration.ofSeconds(1));
        answer("acme", connected(7));
        // then
        assertThat(told).containsExactly("acme Connected");
    }

    @Test
    void a_question_that_fails_is_an_unavailable_and_not_a_question_for_ever() {
        // given
        CompletionStage<Lookup> asked = cache.of("acme");
        // when
        onTheirWay.remove("acme").completeExceptionally(new IllegalStateException("secret"));
        // then
        assertThat(asked.toCompletableFuture().join()).isInstanceOf(Lookup.Unavailable.class);
        assertThat(asked.toCompletableFuture().join().toString()).doesNotContain("secret");
    }

    @Test
    void a_company_that_nobody_asks_about_is_forgotten() {
        // given
        known("acme", connected(7));
        now = now.plus(Duration.ofMinutes(61));
        // when
        cache.refresh();
        // then
        assertThat(questions).containsExactly("acme");
    }

    @Test
    void the_cache_is_bounded_and_the_longest_unasked_goes_first() {
        // given
        ConnectionCache two = cacheOf(2);
        for (String company : List.of("a", "b", "a", "c")) {
            two.of(company);
            answerIfAsked(company, connected(1));
        }
        // when
        CompletionStage<Lookup> a = two.of("a");
        CompletionStage<Lookup> b = two.of("b");
        // then
        assertThat(a).isCompleted();
        assertThat(b).isNotCompleted();
    }

    private ConnectionCache cacheOf(int companies) {
        ConnectionCache made = new ConnectionCache(
                new TestConfig(companies),
                company -> {
                    questions.add(company);
                    CompletableFuture<Lookup> answer = new CompletableFuture<>();
                    assertThat(onTheirWay.put(company, answer)).isNull();
                    return answer;
                },
                () -> now,
                () -> 0.5);
        made.listen(
                (company, lookup) -> told.add(company + " " + lookup.getClass().getSimpleName()));
        return made;
    }

    private void known(String company, Lookup lookup) {
        cache.of(company);
        answer(company, lookup);
    }

    private void answer(String company, Lookup lookup) {
        onTheirWay.remove(company).complete(lookup);
    }

    private void answerIfAsked(String company, Lookup lookup) {
        Optional.ofNullable(onTheirWay.remove(company)).ifPresent(question -> question.complete(lookup));
    }

    private void pass(Duration time) {
        now = now.plus(time);
        cache.refresh();
    }

    private static Lookup connected(long version) {
        return new Lookup.Connected(new Connection(
                "acme",
                version,
                URI.create("https://rest.iad-01.braze.com"),
                new ApiKey("key"),
                Rate.OF_BRAZE,
                Optional.empty()));
    }
}
