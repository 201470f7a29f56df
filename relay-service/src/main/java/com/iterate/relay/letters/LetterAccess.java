package com.iterate.relay.letters;

import com.iterate.webkit.Member;
import com.iterate.webkit.Problem;
import com.iterate.webkit.Role;
import com.iterate.webkit.Session;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Who may do what with which letters: an operator with all, everybody else with those of the own company. */
@Singleton
public final class LetterAccess {

    private final Session session;

    LetterAccess(Session session) {
        this.session = session;
    }

    /**
     * The filter, narrowed to what whoever asks may see.
     *
     * @throws Problem 404 for another company; 403 for too small a role
     */
    public LetterFilter narrowed(LetterFilter filter, Role atLeast) {
        Optional<String> own = member(atLeast).company();
        if (own.isEmpty()) {
            return filter;
        }
        if (filter.company().isPresent() && !filter.company().equals(own)) {
            throw Problem.notFound("company");
        }
        return filter.ofCompany(own.get());
    }

    /** @throws Problem 403 for too small a role */
    public Member member(Role atLeast) {
        Member member = session.requireMember();
        // Entering the own company never fails; what is left is the role.
        return session.require(atLeast, member.company().orElse(""));
    }
}
