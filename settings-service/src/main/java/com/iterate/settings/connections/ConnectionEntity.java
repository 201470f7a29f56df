package com.iterate.settings.connections;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of {@code braze_connection}: one version of one company's connection. */
@Entity
@Table(name = "braze_connection")
class ConnectionEntity {

    @EmbeddedId
    private VersionId id;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private State state;

    @Column(nullable = false)
    private String endpoint;

    @Column(name = "encrypted_key")
    private byte @Nullable [] encryptedKey;

    @Column(name = "key_ending", nullable = false)
    private String keyEnding;

    @Column(name = "requests_per_window", nullable = false)
    private int requestsPerWindow;

    @Column(name = "window_seconds", nullable = false)
    private int windowSeconds;

    @Column(name = "deliver_from")
    private @Nullable Instant deliverFrom;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @Column(name = "changed_by", nullable = false)
    private String changedBy;

    enum State {
        CONNECTED,
        NOT_CONNECTED
    }

    @Embeddable
    record VersionId(
            @Column(name = "company_id") String companyId,
            @Column(name = "version") long version) {}

    protected ConnectionEntity() {}

    private ConnectionEntity(Connection connection, State state, BrazeEndpoint endpoint, Connection.Change change) {
        this.id = new VersionId(connection.companyId(), connection.version());
        this.state = state;
        this.endpoint = endpoint.origin();
        this.keyEnding = "";
        this.requestsPerWindow = connection.rate().requestsPerWindow();
        this.windowSeconds = connection.rate().windowSeconds();
        this.deliverFrom = connection.deliverFrom().orElse(null);
        this.changedAt = change.at();
        this.changedBy = change.by();
    }

    static ConnectionEntity of(Connection.Connected connected) {
        ConnectionEntity row = new ConnectionEntity(
                connected,
                State.CONNECTED,
                connected.endpoint(),
                connected.change().orElseThrow());
        row.encryptedKey = connected.encryptedKey();
        row.keyEnding = connected.keyEnding();
        return row;
    }

    static ConnectionEntity of(Connection.NotConnected without) {
        return new ConnectionEntity(
                without,
                State.NOT_CONNECTED,
                without.lastEndpoint().orElseThrow(),
                without.change().orElseThrow());
    }

    Connection toConnection() {
        BrazeEndpoint at = new BrazeEndpoint(endpoint);
        Rate rate = new Rate(requestsPerWindow, windowSeconds);
        Optional<Instant> from = Optional.ofNullable(deliverFrom);
        Optional<Connection.Change> change = Optional.of(new Connection.Change(changedAt, changedBy));
        return state == State.CONNECTED && encryptedKey != null
                ? new Connection.Connected(
                        id.companyId(), id.version(), at, encryptedKey, keyEnding, rate, from, change)
                : new Connection.NotConnected(id.companyId(), id.version(), Optional.of(at), rate, from, change);
    }
}
