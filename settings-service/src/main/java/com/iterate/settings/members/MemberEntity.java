package com.iterate.settings.members;

import com.iterate.webkit.Member;
import com.iterate.webkit.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code member}. */
@Entity
@Table(name = "member")
class MemberEntity {

    @Id
    private UUID id;

    @Column(name = "company_id")
    private @Nullable String companyId;

    @Column(nullable = false)
    private String email;

    @Column(name = "password_hash", nullable = false)
    private String passwordHash;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Role role;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    protected MemberEntity() {}

    Account toAccount() {
        return new Account(id, new Member(email, role, Optional.ofNullable(companyId)), passwordHash);
    }

    MembersResource.Listed toListed() {
        return new MembersResource.Listed(id, email, role.wireName(), createdAt);
    }
}
