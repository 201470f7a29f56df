package com.iterate.startup.access;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.security.auth.AuthenticateCallbackHandler;

/**
 * Reads the password whenever a client signs in: no client's configuration ever holds it, and a changed file needs no restart.
 * Kafka makes it by its name.
 */
public final class KafkaLogin implements AuthenticateCallbackHandler {

    static final String USERNAME = "username";
    static final String PASSWORD_FILE = "passwordFile";

    private Map<String, ?> options = Map.of();

    @Override
    public void configure(Map<String, ?> client, String mechanism, List<AppConfigurationEntry> entries) {
        options = entries.get(0).getOptions();
    }

    @Override
    public void handle(Callback[] questions) throws UnsupportedCallbackException {
        for (Callback question : questions) {
            if (question instanceof NameCallback name) {
                name.setName(option(USERNAME));
            } else if (question instanceof PasswordCallback password) {
                password.setPassword(
                        PasswordFile.read(Path.of(option(PASSWORD_FILE))).toCharArray());
            } else {
                // Extensions of SCRAM, which Kafka asks for and does without.
                throw new UnsupportedCallbackException(question);
            }
        }
    }

    private String option(String name) {
        Object value = options.get(name);
        if (value == null) {
            throw new IllegalStateException("Kafka did not pass on the option " + name);
        }
        return value.toString();
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
