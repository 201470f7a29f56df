package com.iterate.sandbox.journeys;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** How long a journey waits before it says "never". */
final class Patience {

    /** A relay that was killed waits 20 s for its group to let it go, starts anew, and lets attributes rest for 3 s. */
    private static final Duration AT_MOST = Duration.ofSeconds(90);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private Patience() {}

    static void patiently(ThrowingRunnable expectation) {
        Awaitility.await().atMost(AT_MOST).pollInterval(BETWEEN_LOOKS).untilAsserted(expectation);
    }
}
