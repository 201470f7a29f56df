package com.iterate.relay.intake;

import com.iterate.erasures.ErasedPeople;
import com.iterate.relay.braze.Platform;
import com.iterate.relay.credentials.Credentials;
import com.iterate.relay.deadletters.DeadLetterTopic;
import com.iterate.relay.deliveries.DeliveryRecord;
import com.iterate.relay.gaps.GapSignals;
import com.iterate.relay.gaps.Gaps;
import com.iterate.relay.gaps.GapsConfig;
import com.iterate.relay.gaps.Ledger;
import com.iterate.relay.gaps.LogReader;
import com.iterate.relay.guard.Guard;
import com.iterate.relay.lanes.Lanes;
import com.iterate.relay.lanes.LanesConfig;
import com.iterate.relay.lanes.Loop;
import com.iterate.relay.lanes.Signals;
import com.iterate.relay.lanes.Surroundings;
import com.iterate.relay.replay.Feeder;
import com.iterate.relay.tracing.Traces;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Random;

/** Puts the plain classes together, in the order in which an answer meets them. */
final class Wiring {

    @Produces
    @Singleton
    Loop loop(Vertx vertx) {
        return new VertxLoop(vertx);
    }

    @Produces
    @Singleton
    Lanes lanes(
            Loop loop,
            LanesConfig config,
            Platform braze,
            Credentials credentials,
            DeadLetterTopic deadLetters,
            Signals signals,
            Traces traces,
            Guard guard,
            DeliveryRecord record,
            ErasedPeople erased) {
        Lanes lanes = new Lanes(
                new Surroundings(
                        loop,
                        config,
                        braze,
                        credentials::of,
                        deadLetters::write,
                        signals,
                        traces,
                        guard,
                        record::note,
                        erased::contains),
                // Relays that start together must not jitter alike.
                new Random(new SecureRandom().nextLong()));
        credentials.onChange((company, lookup) -> loop.execute(() -> lanes.changed(company, lookup)));
        return lanes;
    }

    @Produces
    @Singleton
    Gaps gaps(Loop loop, Lanes lanes, Ledger ledger, LogReader log, GapsConfig config, GapSignals signals) {
        return new Gaps(loop, lanes, ledger, log, config, signals, new Random(new SecureRandom().nextLong()));
    }

    @Produces
    @Singleton
    Intake intake(
            Loop loop,
            IntakeConfig config,
            Lanes lanes,
            Gaps gaps,
            Guard guard,
            Feeder feeder,
            DeadLetterTopic deadLetters,
            DeliveryRecord record,
            ErasedPeople erased,
            Signals signals) {
        return new Intake(
                loop,
                config,
                lanes,
                gaps,
                Handover.of(guard, feeder),
                new Faults(loop, deadLetters::write, record::note, erased::contains, signals::deadLettered),
                record::settled);
    }
}
