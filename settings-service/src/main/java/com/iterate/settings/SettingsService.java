package com.iterate.settings;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Optional;

/** Starts the service, or says in one sentence what it lacks. */
@QuarkusMain
public final class SettingsService {

    private static final int MISCONFIGURED = 78; // EX_CONFIG of sysexits.h

    SettingsService() {}

    public static void main(String... arguments) {
        Optional<String> lack = new RequiredEnvironment(System.getenv()).firstLack();
        if (lack.isPresent()) {
            System.err.println("settings-service cannot start: " + lack.get());
            System.exit(MISCONFIGURED);
        }
        Quarkus.run(arguments);
    }
}
