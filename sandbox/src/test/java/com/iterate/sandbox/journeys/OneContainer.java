package com.iterate.sandbox.journeys;

import static com.iterate.sandbox.journeys.Patience.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;

/**
 * A container of a service.
 *
 * @param number 1 for the only one; a second is made when it is first started
 */
record OneContainer(Docker docker, String name, int number) implements Part {

    static OneContainer of(Docker docker, String name) {
        return new OneContainer(docker, name, 1);
    }

    @Override
    public void start() {
        if (exists()) {
            docker.run("start", container());
        } else {
            String replicas = name + "=" + number;
            docker.compose(name, Map.of(), "up", "--detach", "--no-deps", "--no-recreate", "--scale", replicas);
        }
        awaitReady();
    }

    /** A new container, unless nothing has changed. */
    @Override
    public void start(Map<String, String> besides) {
        docker.compose(name, besides, "up", "--detach", "--no-deps");
    }

    @Override
    public void stop() {
        if (exists()) {
            docker.run("stop", container());
        }
    }

    @Override
    public void kill() {
        docker.run("kill", container());
    }

    @Override
    public void awaitReady() {
        patiently(() -> assertThat(docker.run("inspect", "--format", "{{.State.Health.Status}}", container()))
                .as(container())
                .isEqualToIgnoringWhitespace("healthy"));
    }

    @Override
    public Stream<String> log() {
        return docker.run("logs", container()).lines();
    }

    private boolean exists() {
        return !docker.run("ps", "--all", "--quiet", "--filter", "name=^/?" + container() + "$")
                .isBlank();
    }

    private String container() {
        return Docker.container(name, number);
    }
}
