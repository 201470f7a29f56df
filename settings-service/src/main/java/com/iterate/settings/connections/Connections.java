package com.iterate.settings.connections;

import com.iterate.contracts.SettingsChanged;
import com.iterate.settings.announcements.Outbox;
import com.iterate.settings.companies.Companies;
import com.iterate.webkit.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** The versions of every company's connection. Each change is announced in the transaction that makes it. */
@ApplicationScoped
public class Connections implements PanacheRepositoryBase<ConnectionEntity, ConnectionEntity.VersionId> {

    private final Companies companies;
    private final Outbox outbox;
    private final Clock clock;

    Connections(Companies companies, Outbox outbox, Clock clock) {
        this.companies = companies;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @throws Problem 404 for an unknown company */
    public Connection current(String companyId) {
        companies.require(companyId);
        return newest(companyId);
    }

    /** Empty for an unknown company. */
    public Optional<Connection> currentIfKnown(String companyId) {
        return companies.company(companyId).map(company -> newest(company.id()));
    }

    /**
     * @param before what the decisions about the key and about waiting answers were based on
     * @param rate   empty: as before
     * @throws Problem 409 if it is not in force any more
     */
    @Transactional
    Connection connect(
            Connection before,
            BrazeEndpoint endpoint,
            SealedKey key,
            Optional<Rate> rate,
            Optional<WaitingAnswers.Choice> choice,
            String by) {
        String companyId = before.companyId();
        companies.lock(companyId);
        if (newest(companyId).version() != before.version()) {
            throw new Problem(
                    409,
                    "changed-meanwhile",
                    "Changed meanwhile",
                    "Somebody else changed this connection at the same moment. Look at it again, then save.");
        }
        Instant now = clock.instant();
        Connection.Connected after = new Connection.Connected(
                companyId,
                before.version() + 1,
                endpoint,
                key.encrypted(),
                key.ending(),
                rate.orElseGet(before::rate),
                choice.filter(WaitingAnswers.Choice.DISCARD::equals)
                        .map(discard -> now)
                        .or(before::deliverFrom),
                Optional.of(new Connection.Change(now, by)));
        store(ConnectionEntity.of(after), after);
        return after;
    }

    /** Answers wait from now on. Nothing changes where nothing is connected. */
    @Transactional
    void disconnect(String companyId, String by) {
        companies.lock(companyId);
        Connection before = newest(companyId);
        if (before instanceof Connection.Connected) {
            Connection.NotConnected after = new Connection.NotConnected(
                    companyId,
                    before.version() + 1,
                    before.lastEndpoint(),
                    before.rate(),
                    before.deliverFrom(),
                    Optional.of(new Connection.Change(clock.instant(), by)));
            store(ConnectionEntity.of(after), after);
        }
    }

    private Connection newest(String companyId) {
        return find("id.companyId = ?1 order by id.version desc", companyId)
                .firstResultOptional()
                .map(ConnectionEntity::toConnection)
                .orElseGet(() -> Connection.NotConnected.never(companyId));
    }

    private void store(ConnectionEntity row, Connection after) {
        update("encryptedKey = null where id.companyId = ?1 and encryptedKey is not null", after.companyId());
        persist(row);
        outbox.add(new SettingsChanged(after.companyId(), after.version()));
    }
}
