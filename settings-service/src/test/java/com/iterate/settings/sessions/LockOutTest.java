package com.iterate.settings.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LockOutTest {

    private final Meter time = new Meter();
    private final LockOut lockOut = new LockOut(new Config(3, 6, Duration.ofMinutes(3), 100), time);

    record Config(int perAccount, int perAddress, Duration forgivenIn, int remembered)
            implements SessionsConfig.LockOut {}

    @Test
    void an_account_waits_after_too_many_wrong_passwords_from_anywhere() {
        for (int i = 0; i < 3; i++) {
            assertThat(lockOut.begin("ana", "address-" + i)).isEmpty();
        }

        assertThat(lockOut.begin("ana", "address-4")).contains(Duration.ofMinutes(1));
        assertThat(lockOut.begin("bob", "address-4")).isEmpty();
    }

    @Test
    void an_address_waits_after_too_many_wrong_passwords_for_anybody() {
        for (int i = 0; i < 6; i++) {
            assertThat(lockOut.begin("person-" + i, "office")).isEmpty();
        }

        assertThat(lockOut.begin("person-7", "office")).isPresent();
        assertThat(lockOut.begin("person-7", "home")).isEmpty();
    }

    @Test
    void waiting_is_enough() {
        for (int i = 0; i < 4; i++) {
            lockOut.begin("ana", "office");
        }

        time.advance(Duration.ofMinutes(1));

        assertThat(lockOut.begin("ana", "office")).isEmpty();
    }

    @Test
    void the_right_password_does_not_count() {
        for (int i = 0; i < 50; i++) {
            assertThat(lockOut.begin("ana", "office")).isEmpty();
            lockOut.succeeded("ana", "office");
        }
    }

    @Test
    void memory_is_bounded() {
        Allowances allowances = new Allowances(1, Duration.ofMinutes(1), 2, time);
        allowances.take("first");
        allowances.take("second");

        allowances.take("third");

        assertThat(allowances.take("second")).isPresent();
        assertThat(allowances.take("first")).isEmpty();
    }

    private static final class Meter implements TimeMeter {

        private long nanos;

        void advance(Duration by) {
            nanos += by.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
