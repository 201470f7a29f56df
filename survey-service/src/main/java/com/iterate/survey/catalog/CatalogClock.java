package com.iterate.survey.catalog;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The one clock of this service, so that tests can hold it still. */
@Singleton
class CatalogClock {

    @Produces
    @Singleton
    Clock utc() {
        return Clock.systemUTC();
    }
}
