package com.iterate.backing;

import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.util.Objects;
import org.testcontainers.containers.GenericContainer;

/** A container that keeps its port and its files over a stop: Docker gives a new random port at each start otherwise. */
final class FixedPort {

    private FixedPort() {}

    static <C extends GenericContainer<C>> C publish(C container, int port) {
        int published = FreePort.find();
        return container.withCreateContainerCmdModifier(command -> {
            HostConfig host = Objects.requireNonNull(command.getHostConfig(), "Testcontainers always sets one");
            host.withPortBindings(new PortBinding(Ports.Binding.bindPort(published), ExposedPort.tcp(port)));
        });
    }

    /** Docker's own stop, not Testcontainers', which would remove the container and with it the data. */
    static void stop(GenericContainer<?> container) {
        container.getDockerClient().stopContainerCmd(container.getContainerId()).exec();
    }

    static void start(GenericContainer<?> container) {
        if (!container.isRunning()) {
            container
                    .getDockerClient()
                    .startContainerCmd(container.getContainerId())
                    .exec();
        }
    }
}
