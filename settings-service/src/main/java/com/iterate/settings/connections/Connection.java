package com.iterate.settings.connections;

import java.time.Instant;
import java.util.Optional;

/** A company's way to Braze, in force or not. */
public sealed interface Connection {

    String companyId();

    /** Counts up with each change; 0 for a company that was never connected. */
    long version();

    /** Answers submitted before are discarded: somebody decided so when the workspace changed. Outlives later changes. */
    Optional<Instant> deliverFrom();

    /** How fast answers may be sent. Outlives later changes that name none, a disconnect as well. */
    Rate rate();

    /** Who made this version, and when. */
    Optional<Change> change();

    /** The workspace that waiting answers were meant for, as far as an endpoint tells. */
    Optional<BrazeEndpoint> lastEndpoint();

    /** Who and when. */
    record Change(Instant at, String by) {}

    /** Answers are delivered. */
    record Connected(
            String companyId,
            long version,
            BrazeEndpoint endpoint,
            byte[] encryptedKey,
            String keyEnding,
            Rate rate,
            Optional<Instant> deliverFrom,
            Optional<Change> change)
            implements Connection {

        @Override
        public Optional<BrazeEndpoint> lastEndpoint() {
            return Optional.of(endpoint);
        }
    }

    /** Answers wait. */
    record NotConnected(
            String companyId,
            long version,
            Optional<BrazeEndpoint> lastEndpoint,
            Rate rate,
            Optional<Instant> deliverFrom,
            Optional<Change> change)
            implements Connection {

        static NotConnected never(String companyId) {
            return new NotConnected(companyId, 0, Optional.empty(), Rate.OF_BRAZE, Optional.empty(), Optional.empty());
        }
    }
}
