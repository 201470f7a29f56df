package com.iterate.sandbox.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.iterate.backing.Backing;
import com.iterate.sandbox.secrets.Secrets;
import com.iterate.sandbox.services.Ports;
import com.iterate.sandbox.services.ServiceProcess;
import com.iterate.sandbox.services.Services;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Replicas of a service that is installed for the first time start together: one of them makes the tables, none fails. */
@DisabledIfSystemProperty(
        named = "journeys.system",
        matches = "compose",
        disabledReason = "it starts processes of its own on this machine")
class TwoAtOnceJourney {

    @TempDir
    Path folder;

    private Backing backing;
    private Services first;
    private Services second;

    @BeforeEach
    void empty_databases() {
        backing = Backing.start();
        Secrets secrets = Secrets.in(folder.resolve("secrets"));
        first = services("first", secrets);
        second = services("second", secrets);
    }

    @AfterEach
    void stop() {
        first.stop();
        second.stop();
        backing.close();
    }

    @Test
    void two_of_settings_service_become_ready() throws Exception {
        becomeReady("settings", Services::settings);
    }

    @Test
    void two_of_survey_service_become_ready() throws Exception {
        becomeReady("survey", Services::survey);
    }

    @Test
    void two_of_relay_service_become_ready() throws Exception {
        becomeReady("relay", Services::relay);
    }

    /** With the password in a file, as a cluster gives it. */
    private void becomeReady(String database, Function<Services, ServiceProcess> which) throws Exception {
        ServiceProcess one = which.apply(first);
        ServiceProcess other = which.apply(second);
        Map<String, String> passwordInAFile = Map.of("DATABASE_PASSWORD", "", "DATABASE_PASSWORD_FILE", file(database));

        one.start(passwordInAFile);
        other.start(passwordInAFile);

        one.awaitReady();
        other.awaitReady();
        assertThat(Files.readString(one.log()) + Files.readString(other.log()))
                .containsOnlyOnce("Successfully applied")
                .doesNotContain(" ERROR ");
    }

    private String file(String database) throws IOException {
        return Files.writeString(
                        folder.resolve(database), backing.database(database).password() + "\n")
                .toString();
    }

    private Services services(String name, Secrets secrets) {
        try {
            return Services.of(
                    Path.of("").toAbsolutePath().getParent(),
                    Files.createDirectories(folder.resolve(name)),
                    backing,
                    secrets,
                    Ports.free(),
                    "operator@example.com",
                    Map.of());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
