package com.iterate.relay.lanes;

import com.iterate.relay.credentials.Lookup;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The lane's view of its company's connection: asked again and again, since the cache behind it is where changes arrive. */
final class Access {

    /** Older than this is asked again; the answer comes from the relay's cache, so asking costs little. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final String company;
    private final Surroundings around;
    private final Runnable changed;
    private final Runnable told;
    private Optional<Lookup> known = Optional.empty();
    private Instant askedAt = Instant.EPOCH;
    private boolean asking;

    /**
     * @param changed called when requests are to be sent with something else than before
     * @param told    called after each answer, changed or not
     */
    Access(String company, Surroundings around, Runnable changed, Runnable told) {
        this.company = company;
        this.around = around;
        this.changed = changed;
        this.told = told;
    }

    Optional<Lookup> known() {
        return known;
    }

    /** Asks if it is time to; one question is under way at a time. */
    void refresh(Instant now) {
        if (asking || askedAt.plus(FRESH).isAfter(now)) {
            return;
        }
        asking = true;
        askedAt = now;
        around.connections()
                .apply(company)
                .exceptionally(broken -> new Lookup.Unavailable("The Braze connection could not be looked up"))
                .thenAccept(answer -> around.loop().execute(() -> {
                    asking = false;
                    tell(answer);
                }));
    }

    void tell(Lookup lookup) {
        if (!known.equals(Optional.of(lookup))) {
            known = Optional.of(lookup);
            changed.run();
        }
        told.run();
    }

    long connectionVersion() {
        return known.filter(Lookup.Connected.class::isInstance)
                .map(connected -> ((Lookup.Connected) connected).connection().version())
                .orElse(-1L);
    }
}
