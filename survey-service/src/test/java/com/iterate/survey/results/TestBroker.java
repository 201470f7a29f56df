package com.iterate.survey.results;

import jakarta.enterprise.context.ApplicationScoped;

/** The broker that the service under test reads from. */
@ApplicationScoped
public class TestBroker {

    private final ResultsConfig config;

    TestBroker(ResultsConfig config) {
        this.config = config;
    }

    public String bootstrapServers() {
        return config.bootstrapServers();
    }
}
