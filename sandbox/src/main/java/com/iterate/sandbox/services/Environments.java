package com.iterate.sandbox.services;

import com.iterate.backing.Backing;
import com.iterate.backing.Database;
import com.iterate.sandbox.secrets.Secrets;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** What each service is told through its environment, as an operator would tell it. */
final class Environments {

    private static final String HOST = "127.0.0.1";

    private final Backing backing;
    private final Secrets secrets;
    private final Ports ports;
    private final String operator;
    private final Map<String, String> besides;

    /** @param besides what all of them are told as well */
    Environments(Backing backing, Secrets secrets, Ports ports, String operator, Map<String, String> besides) {
        this.backing = backing;
        this.secrets = secrets;
        this.ports = ports;
        this.operator = operator;
        this.besides = besides;
    }

    Map<String, String> settings() {
        Map<String, String> environment = common(Ports.Name.SETTINGS, Ports.Name.SETTINGS_MANAGEMENT);
        database(environment, backing.database("settings"));
        environment.put("RELAY_SERVICE_URL", local(Ports.Name.RELAY).toString());
        environment.put("BRAZE_ALLOWED_ORIGINS", braze());
        environment.put("SESSION_KEYS_FILE", secrets.sessionKeys().toString());
        environment.put("RELAY_PUBLIC_KEYS_FILE", secrets.relayPublicKeys().toString());
        environment.put("CONNECTION_KEYS_FILE", secrets.connectionKeys().toString());
        environment.put("BOOTSTRAP_OPERATOR_EMAIL", operator);
        environment.put(
                "BOOTSTRAP_OPERATOR_PASSWORD_FILE", secrets.operatorPassword().toString());
        return environment;
    }

    Map<String, String> survey() {
        Map<String, String> environment = common(Ports.Name.SURVEY, Ports.Name.SURVEY_MANAGEMENT);
        database(environment, backing.database("survey"));
        environment.put("SETTINGS_SERVICE_URL", local(Ports.Name.SETTINGS).toString());
        environment.put("RELAY_SERVICE_URL", local(Ports.Name.RELAY).toString());
        environment.put("RESPONSE_KEYS_FILE", secrets.responseKeys().toString());
        environment.put("ERASURE_KEYS_FILE", secrets.erasureKeys().toString());
        return environment;
    }

    Map<String, String> relay() {
        return relay(Ports.Name.RELAY, Ports.Name.RELAY_MANAGEMENT);
    }

    Map<String, String> secondRelay() {
        return relay(Ports.Name.SECOND_RELAY, Ports.Name.SECOND_RELAY_MANAGEMENT);
    }

    private Map<String, String> relay(Ports.Name port, Ports.Name management) {
        Map<String, String> environment = common(port, management);
        database(environment, backing.database("relay"));
        environment.put("SETTINGS_SERVICE_URL", local(Ports.Name.SETTINGS).toString());
        environment.put("BRAZE_ALLOWED_ORIGINS", braze());
        environment.put("RELAY_KEYS_FILE", secrets.relayKeys().toString());
        environment.put("ERASURE_KEYS_FILE", secrets.erasureKeys().toString());
        return environment;
    }

    private Map<String, String> common(Ports.Name port, Ports.Name management) {
        Map<String, String> environment = new HashMap<>(besides);
        environment.putAll(backing.kafkaEnvironment());
        environment.put("PUBLIC_URL", "http://localhost:" + ports.of(Ports.Name.PUBLIC));
        environment.put("QUARKUS_HTTP_HOST", HOST);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(port)));
        environment.put("QUARKUS_MANAGEMENT_HOST", HOST);
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(ports.of(management)));
        return environment;
    }

    private static void database(Map<String, String> environment, Database database) {
        environment.put("DATABASE_URL", database.jdbcUrl());
        environment.put("DATABASE_USERNAME", database.username());
        environment.put("DATABASE_PASSWORD", database.password());
    }

    private URI local(Ports.Name name) {
        return URI.create("http://" + HOST + ":" + ports.of(name));
    }

    private String braze() {
        return "http://localhost:" + ports.of(Ports.Name.BRAZE);
    }
}
