package com.iterate.survey.catalog;

import com.iterate.webkit.Member;
import com.iterate.webkit.Problem;
import com.iterate.webkit.Role;
import com.iterate.webkit.Session;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** The surveys that a member may see and change. */
@ApplicationScoped
public class Surveys implements PanacheRepositoryBase<Survey, String> {

    /** As many as a page shows. */
    static final int PAGE = 100;

    private static final Sort NEWEST_FIRST = Sort.descending("changedAt").and("id");

    private final Session session;

    Surveys(Session session) {
        this.session = session;
    }

    Survey toRead(String id) {
        return allowed(findByIdOptional(id), Role.VIEWER);
    }

    /** Held until the transaction ends: edits, publishing and Braze settings of one survey happen one after the other. */
    Survey toChange(String id) {
        return allowed(findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE), Role.ADMIN);
    }

    List<Survey> ofCompany(String companyId, int page) {
        return find("companyId", NEWEST_FIRST, companyId)
                .page(Page.of(page, PAGE))
                .list();
    }

    /** The companies that have surveys, for an operator to choose from. */
    List<Company> companies() {
        return getEntityManager()
                .createQuery(
                        "select s.companyId, count(s) from Survey s group by s.companyId order by s.companyId",
                        Company.class)
                .getResultList();
    }

    record Company(String id, long surveys) {}

    /** An unknown survey and another company's get the same words. */
    private Survey allowed(Optional<Survey> found, Role atLeast) {
        Member member = session.requireMember();
        Survey survey = found.filter(
                        s -> member.role() == Role.OPERATOR || member.company().equals(Optional.of(s.companyId())))
                .orElseThrow(() -> Problem.notFound("survey"));
        session.require(atLeast, survey.companyId());
        return survey;
    }
}
