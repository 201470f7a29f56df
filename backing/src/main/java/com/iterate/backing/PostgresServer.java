package com.iterate.backing;

/** One PostgreSQL. */
interface PostgresServer extends Server, AutoCloseable {

    /** As the superuser, to the database {@code postgres}. */
    Database administration();

    /** Stops for good and removes what lies only in this process or container. */
    @Override
    void close();
}
