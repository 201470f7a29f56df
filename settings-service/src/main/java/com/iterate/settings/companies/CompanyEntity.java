package com.iterate.settings.companies;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code company}. */
@Entity
@Table(name = "company")
class CompanyEntity {

    @Id
    private String id;

    @Column(nullable = false)
    private String name;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    protected CompanyEntity() {}

    Company toCompany() {
        return new Company(id, name);
    }
}
