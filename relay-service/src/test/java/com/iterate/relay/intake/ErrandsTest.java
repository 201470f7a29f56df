package com.iterate.relay.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.junit.jupiter.api.Test;

class ErrandsTest {

    private final Errands errands = new Errands();
    private final MockConsumer<byte[], byte[]> client = new MockConsumer<>("earliest");
    private final List<String> done = new ArrayList<>();

    @Test
    void what_is_asked_is_done_in_order_and_one_failure_is_its_own() {
        // given
        CompletionStage<Void> first = errands.add(on -> done.add("first"));
        CompletionStage<Void> failing = errands.add(on -> {
            throw new IllegalStateException("not now");
        });
        errands.add(on -> done.add("last"));
        // when
        errands.run(client);
        // then
        assertThat(done).containsExactly("first", "last");
        assertThat(first.toCompletableFuture()).isCompleted();
        assertThat(failing.toCompletableFuture()).isCompletedExceptionally();
    }

    @Test
    void what_was_asked_of_a_client_that_is_gone_does_not_reach_the_next() {
        // given
        CompletionStage<Void> asked = errands.add(on -> done.add("a commit"));
        // when
        errands.refuse();
        errands.run(client);
        // then
        assertThat(done).isEmpty();
        assertThat(asked.toCompletableFuture()).isCompletedExceptionally();
    }

    @Test
    void a_thread_that_is_busy_for_long_is_not_asked_more_and_more() {
        CompletionStage<Void> last = errands.add(on -> {});
        for (int i = 0; i < 100; i++) {
            last = errands.add(on -> {});
        }

        assertThat(last.toCompletableFuture()).isCompletedExceptionally();
    }
}
