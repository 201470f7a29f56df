package com.iterate.settings.companies;

import com.iterate.webkit.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The companies, and the check that one exists. */
@ApplicationScoped
public class Companies implements PanacheRepositoryBase<CompanyEntity, String> {

    private final Clock clock;

    Companies(Clock clock) {
        this.clock = clock;
    }

    /** @throws Problem 404 */
    public Company require(String id) {
        return company(id).orElseThrow(() -> Problem.notFound("company"));
    }

    /** Makes every other change of this company's settings wait for the end of the transaction. */
    public void lock(String id) {
        if (findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).isEmpty()) {
            throw Problem.notFound("company");
        }
    }

    public Optional<Company> company(String id) {
        return findByIdOptional(id).map(CompanyEntity::toCompany);
    }

    /** An insert that takes a taken id as an answer: an exception would write the row into the log. */
    @Transactional
    void add(Company company) {
        int added = getEntityManager()
                .createNativeQuery(
                        "INSERT INTO company (id, name, created_at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING")
                .setParameter(1, company.id())
                .setParameter(2, company.name())
                .setParameter(3, OffsetDateTime.now(clock))
                .executeUpdate();
        if (added == 0) {
            throw new Problem(
                    409, "company-exists", "The company exists", "There is a company with this id. Choose another id.");
        }
    }
}
