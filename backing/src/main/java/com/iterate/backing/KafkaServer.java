package com.iterate.backing;

/** One broker. */
interface KafkaServer extends Server, AutoCloseable {

    String bootstrapServers();

    /** Stops for good and removes what lies only in this process or container. */
    @Override
    void close();
}
