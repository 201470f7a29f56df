package com.iterate.webkit;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who sends this request, and the checks that every call begins with. */
@RequestScoped
public class Session {

    private final SecurityIdentity identity;

    Session(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Empty for a visitor who has not signed in, or whose session has ended. */
    public Optional<Member> member() {
        return identity.getPrincipal() instanceof JsonWebToken token ? SessionClaims.member(token) : Optional.empty();
    }

    /**
     * The member, if allowed to act on this company with this role.
     *
     * @throws UnauthorizedException for an anonymous visitor: browsers are led to the sign-in page
     * @throws Problem               404 for another company's thing, so that nobody learns that it exists; 403 for too small a role
     */
    public Member require(Role atLeast, String companyId) {
        Member member = requireMember();
        if (!member.mayEnter(companyId)) {
            throw Problem.notFound("company");
        }
        return requireRole(member, atLeast);
    }

    /** @throws Problem 403 for everybody but an operator */
    public Member requireOperator() {
        return requireRole(requireMember(), Role.OPERATOR);
    }

    /** Anybody who has signed in. */
    public Member requireMember() {
        return member().orElseThrow(UnauthorizedException::new);
    }

    private static Member requireRole(Member member, Role atLeast) {
        if (!member.role().includes(atLeast)) {
            throw new Problem(
                    403,
                    "role-too-small",
                    "Not allowed for your role",
                    "This needs the role " + atLeast.wireName() + "; yours is "
                            + member.role().wireName() + ".");
        }
        return member;
    }
}
