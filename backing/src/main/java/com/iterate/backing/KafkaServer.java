package com.iterate.backing;

import java.util.Map;

/** One broker. */
interface KafkaServer extends Server, AutoCloseable {

    /** For whoever is not a service. */
    String bootstrapServers();

    /** What a service is told to reach it. */
    Map<String, String> environment();

    /** Stops for good and removes what lies only in this process or container. */
    @Override
    void close();
}
