package com.iterate.relay.letters;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;

/** Who asked to be forgotten: their letters that arrive, or are read again, come without content. */
public interface ErasedPeople {

    /** A person as one company knows them. */
    record CompanyPerson(String company, LetterFilter.Person person) {}

    /**
     * Those of the given ones who are to be forgotten.
     *
     * @param connection in the transaction that writes their letters
     */
    Set<CompanyPerson> among(Connection connection, Collection<CompanyPerson> people) throws SQLException;
}
