package com.iterate.relay.letters;

import java.sql.ResultSet;
import java.sql.SQLException;

/** What somebody wants to know of each letter on a page. */
interface RowReader<T> {

    /** Of {@code dead_letter l} and {@code letter_state s}. */
    String columns();

    T read(ResultSet row) throws SQLException;
}
