package com.iterate.sandbox.journeys;

import com.iterate.sandbox.LocalSystem;
import com.iterate.sandbox.client.Api;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * The words in which journeys are told. Names belong to one test: {@code company("acme")} of two tests are two companies, so
 * that no journey sees another's answers.
 */
abstract class Journey {

    final RunningSystem system;
    final Braze braze = new Braze(this);
    final Relay relay = new Relay(this);
    final KafkaTopics kafka = new KafkaTopics(this);
    final Collector collector = SystemUnderTest.collector();

    private final String world = UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, Company> companies = new HashMap<>();
    private final Map<String, Respondent> respondents = new HashMap<>();

    Journey() {
        this(SystemUnderTest.running());
    }

    Journey(RunningSystem system) {
        this.system = system;
    }

    @BeforeEach
    void braze_obeys_no_script() {
        braze.recovers();
    }

    @AfterEach
    void all_is_well_again() throws InterruptedException {
        braze.recovers();
        system.kafka().start();
        system.postgres().start();
        system.secondRelay().stop();
        for (Part service : system.services()) {
            service.awaitReady();
        }
    }

    Company company(String name) {
        return companies.computeIfAbsent(name, word -> Company.made(this, unique(word)));
    }

    /** The only company of the journey. */
    Company company() {
        if (companies.size() != 1) {
            throw new IllegalStateException("say first which company this journey is about: company(\"acme\")");
        }
        return companies.values().iterator().next();
    }

    Respondent respondent(String name) {
        return respondents.computeIfAbsent(name, word -> new Respondent(this, unique(word)));
    }

    SurveyOf survey(String name) {
        return company().survey(name);
    }

    Api operator() {
        return Api.at(system.publicUrl()).signedIn(LocalSystem.OPERATOR, system.operatorPassword());
    }

    Api standIn() {
        return Api.at(system.braze());
    }

    /** A name that occurs nowhere else, so that the logs can be searched for it. */
    final String unique(String name) {
        return name + "-" + world;
    }

    static JsonObject json(String key, Object value) {
        return new JsonObject().put(key, value);
    }
}
