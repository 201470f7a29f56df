package com.iterate.sandbox.services;

import com.iterate.backing.Backing;
import com.iterate.sandbox.secrets.Secrets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The three services.
 *
 * @param secondRelay started only where somebody wants to see two of them share the work
 */
public record Services(
        ServiceProcess settings, ServiceProcess survey, ServiceProcess relay, ServiceProcess secondRelay) {

    /**
     * @param repository where the modules were built
     * @param logs       an existing folder
     * @param operator   e-mail of the first operator
     * @param besides    what all of them find in their environment as well
     */
    public static Services of(
            Path repository,
            Path logs,
            Backing backing,
            Secrets secrets,
            Ports ports,
            String operator,
            Map<String, String> besides) {
        Environments environments = new Environments(backing, secrets, ports, operator, besides);
        return new Services(
                process(
                        repository,
                        logs,
                        "settings-service",
                        environments.settings(),
                        ports,
                        Ports.Name.SETTINGS,
                        Ports.Name.SETTINGS_MANAGEMENT),
                process(
                        repository,
                        logs,
                        "survey-service",
                        environments.survey(),
                        ports,
                        Ports.Name.SURVEY,
                        Ports.Name.SURVEY_MANAGEMENT),
                process(
                        repository,
                        logs,
                        "relay-service",
                        environments.relay(),
                        ports,
                        Ports.Name.RELAY,
                        Ports.Name.RELAY_MANAGEMENT),
                process(
                        repository,
                        logs,
                        "relay-service",
                        environments.secondRelay(),
                        ports,
                        Ports.Name.SECOND_RELAY,
                        Ports.Name.SECOND_RELAY_MANAGEMENT));
    }

    /** What every installation has. */
    public List<ServiceProcess> all() {
        return List.of(settings, survey, relay);
    }

    /** All at once: each spends most of its start on its own classes. */
    public void start() throws InterruptedException {
        all().forEach(ServiceProcess::start);
        for (ServiceProcess service : all()) {
            service.awaitReady();
        }
    }

    /** The relay first: it finishes what is in flight while the others still answer it. */
    public void stop() {
        secondRelay.stop();
        relay.stop();
        survey.stop();
        settings.stop();
    }

    private static ServiceProcess process(
            Path repository,
            Path logs,
            String name,
            Map<String, String> environment,
            Ports ports,
            Ports.Name port,
            Ports.Name management) {
        return new ServiceProcess(new ServiceProcess.Installed(
                name,
                repository.resolve(name).resolve("target/quarkus-app/quarkus-run.jar"),
                environment,
                ports.of(port),
                ports.of(management),
                logs.resolve(management == Ports.Name.SECOND_RELAY_MANAGEMENT ? "second-relay.log" : name + ".log")));
    }
}
