package com.iterate.relay.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

    private static final Duration AT_ONCE = Duration.ZERO;

    private final ReadAhead ahead = new ReadAhead();
    private final CompletableFuture<Void> first = new CompletableFuture<>();
    private final CompletableFuture<Void> second = new CompletableFuture<>();

    @Test
    void one_poll_may_be_read_while_another_waits_for_room_and_no_third() {
        ahead.add(first);
        boolean forAnother = ahead.hasRoom(AT_ONCE);
        ahead.add(second);

        assertThat(forAnother).isTrue();
        assertThat(ahead.hasRoom(AT_ONCE)).isFalse();
    }

    @Test
    void room_that_comes_in_time_is_taken() {
        ahead.add(first);
        ahead.add(second);
        CompletableFuture<Boolean> room = CompletableFuture.supplyAsync(() -> ahead.hasRoom(Duration.ofSeconds(30)));
        // when
        first.complete(null);
        // then
        assertThat(room.join()).isTrue();
    }

    @Test
    void what_failed_in_the_intake_is_not_taken_for_room() {
        ahead.add(first);
        first.completeExceptionally(new IllegalStateException("a mistake of ours"));

        assertThatThrownBy(() -> ahead.hasRoom(AT_ONCE))
                .isInstanceOf(CompletionException.class)
                .hasRootCauseMessage("a mistake of ours");
    }
}
