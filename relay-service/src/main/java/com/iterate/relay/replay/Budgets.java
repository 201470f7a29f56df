package com.iterate.relay.replay;

import com.iterate.relay.credentials.Credentials;
import com.iterate.relay.credentials.Lookup;
import com.iterate.relay.credentials.Rate;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** How many requests a second Braze takes from a company. */
@Singleton
final class Budgets {

    /** A dry run is an estimate anyway. */
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final Credentials credentials;

    Budgets(Credentials credentials) {
        this.credentials = credentials;
    }

    /** 0 while it cannot be served, or is not known at once: asking makes it known soon. */
    double now(String company) {
        CompletableFuture<Lookup> lookup = credentials.of(company).toCompletableFuture();
        return lookup.isDone() ? requestsPerSecond(lookup.join()) : 0;
    }

    /** What Braze grants everybody if it is not known soon. Blocks. */
    double wait(String company) {
        Lookup lookup = credentials
                .of(company)
                .toCompletableFuture()
                .completeOnTimeout(new Lookup.UnknownCompany(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        return lookup instanceof Lookup.Connected connected
                ? perSecond(connected.connection().rate())
                : perSecond(Rate.OF_BRAZE);
    }

    /** An unknown company's letters fail at once, which is an answer, too; others wait until they can be sent. */
    private static double requestsPerSecond(Lookup lookup) {
        if (lookup instanceof Lookup.Connected connected) {
            return perSecond(connected.connection().rate());
        }
        return lookup instanceof Lookup.UnknownCompany ? perSecond(Rate.OF_BRAZE) : 0;
    }

    private static double perSecond(Rate rate) {
        return rate.requests() * 1000.0 / rate.window().toMillis();
    }
}
