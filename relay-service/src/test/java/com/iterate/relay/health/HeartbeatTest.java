package com.iterate.relay.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.relay.Defaults;
import com.iterate.relay.lanes.Loop;
import com.iterate.relay.lanes.VirtualTime;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

    private final VirtualTime time = new VirtualTime();

    @Test
    void a_loop_that_runs_its_tasks_is_alive_however_long() {
        // given
        LoopAlive check = begun(time);
        // when
        time.runFor(Duration.ofDays(1));
        // then
        assertThat(check.call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void a_loop_that_runs_nothing_for_longer_than_ten_seconds_is_not() {
        // given
        Stalling loop = new Stalling();
        LoopAlive check = begun(loop);
        time.runFor(Duration.ofMinutes(1));
        // when
        loop.stalledFor = Duration.ofSeconds(12);
        // then
        assertThat(check.call().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void a_pause_shorter_than_that_is_forgiven() {
        // given
        Stalling loop = new Stalling();
        LoopAlive check = begun(loop);
        time.runFor(Duration.ofMinutes(1));
        // when
        loop.stalledFor = Duration.ofSeconds(8);
        // then
        assertThat(check.call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void a_loop_that_comes_back_is_alive_again() {
        // given
        Stalling loop = new Stalling();
        LoopAlive check = begun(loop);
        time.runFor(Duration.ofMinutes(1));
        loop.stalledFor = Duration.ofSeconds(30);
        Status meanwhile = check.call().getStatus();
        // when
        time.runFor(Duration.ofSeconds(2));
        // then
        assertThat(meanwhile).isEqualTo(Status.DOWN);
        assertThat(check.call().getStatus()).isEqualTo(Status.UP);
    }

    private static LoopAlive begun(Loop loop) {
        LoopAlive check = new LoopAlive(loop, Defaults.of(HealthConfig.class));
        check.begin(new StartupEvent());
        return check;
    }

    /** Its clock runs on while its tasks do not. */
    private final class Stalling implements Loop {

        private Duration stalledFor = Duration.ZERO;

        @Override
        public Instant now() {
            return time.now().plus(stalledFor);
        }

        @Override
        public void after(Duration delay, Runnable task) {
            time.after(delay, task);
        }

        @Override
        public void execute(Runnable task) {
            time.execute(task);
        }
    }
}
