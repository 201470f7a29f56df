package com.iterate.erasures;

import com.iterate.contracts.Respondent;
import java.util.Map;
import java.util.Set;

/** The list in memory. Nothing is hashed while a company has erased nobody. */
public final class ErasedPeople {

    private final ErasureKeys keys;
    private volatile Map<String, Set<PersonHash>> companies = Map.of();

    public ErasedPeople(ErasureKeys keys) {
        this.keys = keys;
    }

    /** May be asked on any thread, for every record. */
    public boolean contains(String company, Respondent person) {
        Map<String, Set<PersonHash>> known = companies;
        if (known.isEmpty()) {
            return false;
        }
        Set<PersonHash> erased = known.get(company);
        return erased != null && keys.hashes(company, person).stream().anyMatch(erased::contains);
    }

    public void replace(Map<String, Set<PersonHash>> byCompany) {
        companies = Map.copyOf(byCompany);
    }
}
