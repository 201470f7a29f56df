package com.iterate.settings.members;

import com.iterate.webkit.Member;
import com.iterate.webkit.Problem;
import com.iterate.webkit.Role;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Everybody who may sign in. */
@ApplicationScoped
public class Members implements PanacheRepositoryBase<MemberEntity, UUID> {

    private final Clock clock;

    Members(Clock clock) {
        this.clock = clock;
    }

    public Optional<Account> withEmail(Email email) {
        return find("email", email.value()).firstResultOptional().map(MemberEntity::toAccount);
    }

    public Optional<Account> withId(UUID id) {
        return findByIdOptional(id).map(MemberEntity::toAccount);
    }

    List<MembersResource.Listed> ofCompany(String companyId) {
        return find("companyId = ?1 order by email", companyId).stream()
                .map(MemberEntity::toListed)
                .toList();
    }

    boolean hasOperator() {
        return count("role", Role.OPERATOR) > 0;
    }

    /** An insert that takes a taken address as an answer: an exception would write the address into the log. */
    @Transactional
    Account add(Member member, String passwordHash) {
        Account account = new Account(UUID.randomUUID(), member, passwordHash);
        int added = getEntityManager()
                .createNativeQuery("INSERT INTO member (id, company_id, email, password_hash, role, created_at)"
                        + " VALUES (?1, CAST(?2 AS varchar), ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING")
                .setParameter(1, account.id())
                .setParameter(2, member.company().orElse(null))
                .setParameter(3, member.email())
                .setParameter(4, passwordHash)
                .setParameter(5, member.role().name())
                .setParameter(6, OffsetDateTime.now(clock))
                .executeUpdate();
        if (added == 0) {
            throw new Problem(
                    409,
                    "email-taken",
                    "The e-mail is taken",
                    "Somebody with this e-mail can sign in already. Use another one.");
        }
        return account;
    }

    /** Whether there was such a member of this company. */
    @Transactional
    boolean remove(String companyId, UUID id) {
        return delete("id = ?1 and companyId = ?2", id, companyId) > 0;
    }
}
