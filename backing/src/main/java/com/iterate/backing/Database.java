package com.iterate.backing;

/** One service's database and the role that owns it. */
public record Database(String jdbcUrl, String username, String password) {

    /** The password stays out of a test's log. */
    @Override
    public String toString() {
        return "Database[" + jdbcUrl + ", " + username + "]";
    }
}
