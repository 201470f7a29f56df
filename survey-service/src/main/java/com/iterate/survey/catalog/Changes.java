package com.iterate.survey.catalog;

import com.iterate.webkit.Session;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Writes down who changed a survey, and when. */
@ApplicationScoped
class Changes {

    private final Session session;
    private final Clock clock;

    Changes(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    void note(Survey survey) {
        // Postgres keeps microseconds: what the caller is told now is what is read back later.
        survey.changed(
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                session.requireMember().email());
    }
}
