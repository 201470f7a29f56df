package com.iterate.relay.erasures;

import com.iterate.contracts.Respondent;
import com.iterate.erasures.Receipt;
import com.iterate.relay.audit.Who;
import java.sql.Connection;
import java.sql.SQLException;

/** A place where the relay keeps something about people. Every bean of this type is asked. */
public interface PersonalData {

    /**
     * Deletes all about this person. Whoever stores something meanwhile has to ask the list of erased people in the transaction
     * that stores it ({@code ErasureList.current}); the person is on it, for all to see, before this is called.
     *
     * @param by who wants it
     * @return what was there
     */
    Receipt.Store erase(Connection connection, String company, Respondent person, Who by) throws SQLException;
}
