package com.iterate.settings.announcements;

import com.iterate.contracts.SettingsChanged;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code announcement}: a change that Kafka has not acknowledged yet. */
@Entity
@Table(name = "announcement")
class AnnouncementEntity {

    @Id
    private UUID id;

    @Column(name = "company_id", nullable = false)
    private String companyId;

    @Column(nullable = false)
    private long version;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    protected AnnouncementEntity() {}

    AnnouncementEntity(SettingsChanged change, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.companyId = change.companyId();
        this.version = change.version();
        this.createdAt = createdAt;
    }

    Instant createdAt() {
        return createdAt;
    }

    SettingsChanged toChange() {
        return new SettingsChanged(companyId, version);
    }
}
