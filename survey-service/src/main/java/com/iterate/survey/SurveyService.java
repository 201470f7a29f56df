package com.iterate.survey;

import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service, or says in one sentence what it lacks. */
@QuarkusMain
public final class SurveyService {

    SurveyService() {}

    public static void main(String... arguments) {
        SurveyStart.CHECK.thenRun(arguments);
    }
}
