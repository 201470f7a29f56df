package com.iterate.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequiredEnvironmentTest {

    @TempDir
    Path folder;

    @Test
    void nothing_is_lacking_when_everything_is_there() throws IOException {
        assertThat(new RequiredEnvironment(complete()).firstLack()).isEmpty();
    }

    @Test
    void a_missing_variable_is_named_with_its_meaning() throws IOException {
        Map<String, String> environment = complete();
        environment.remove("DATABASE_URL");

        assertThat(new RequiredEnvironment(environment).firstLack())
                .contains("set DATABASE_URL (the PostgreSQL database, such as jdbc:postgresql://db/settings).");
    }

    @Test
    void a_file_that_is_not_there_is_named() throws IOException {
        Map<String, String> environment = complete();
        environment.put("SESSION_KEYS_FILE", folder.resolve("gone").toString());

        assertThat(new RequiredEnvironment(environment).firstLack().orElse(""))
                .startsWith("SESSION_KEYS_FILE names ")
                .contains("cannot be read");
    }

    private Map<String, String> complete() throws IOException {
        String file = Files.writeString(folder.resolve("keys.json"), "{}").toString();
        Map<String, String> environment = new HashMap<>();
        for (String name : new String[] {
            "PUBLIC_URL",
            "KAFKA_BOOTSTRAP_SERVERS",
            "DATABASE_URL",
            "DATABASE_USERNAME",
            "DATABASE_PASSWORD",
            "RELAY_SERVICE_URL"
        }) {
            environment.put(name, "given");
        }
        for (String name : new String[] {"SESSION_KEYS_FILE", "RELAY_PUBLIC_KEYS_FILE", "CONNECTION_KEYS_FILE"}) {
            environment.put(name, file);
        }
        return environment;
    }
}
