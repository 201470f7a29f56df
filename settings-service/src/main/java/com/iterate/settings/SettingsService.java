package com.iterate.settings;

import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service, or says in one sentence what it lacks. */
@QuarkusMain
public final class SettingsService {

    SettingsService() {}

    public static void main(String... arguments) {
        SettingsStart.CHECK.thenRun(arguments);
    }
}
