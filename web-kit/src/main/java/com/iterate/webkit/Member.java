package com.iterate.webkit;

import java.util.Optional;

/**
 * The person behind a request.
 *
 * @param company empty for an operator and for nobody else
 */
public record Member(String email, Role role, Optional<String> company) {

    public Member {
        if (company.isPresent() == (role == Role.OPERATOR)) {
            throw new IllegalArgumentException("an operator belongs to no company, everybody else to one");
        }
    }

    boolean mayEnter(String companyId) {
        return role == Role.OPERATOR || company.filter(companyId::equals).isPresent();
    }
}
