package com.iterate.relay.delivery;

import com.iterate.relay.credentials.Credentials;
import com.iterate.relay.credentials.Lookup;
import com.iterate.relay.credentials.Rate;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What the companies' connections allow, as far as it is known at this moment: nobody waits for settings-service to see a page. */
@Singleton
class Rates {

    private static final Lookup NOT_YET = new Lookup.Unavailable("not known at once");

    private final Credentials credentials;

    Rates(Credentials credentials) {
        this.credentials = credentials;
    }

    /** Asked for, so that a page that comes again a moment later knows it. */
    Optional<Rate> of(String company) {
        return credentials.of(company).toCompletableFuture().getNow(NOT_YET) instanceof Lookup.Connected connected
                ? Optional.of(connected.connection().rate())
                : Optional.empty();
    }
}
