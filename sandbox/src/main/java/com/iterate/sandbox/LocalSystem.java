package com.iterate.sandbox;

import com.iterate.backing.Backing;
import com.iterate.sandbox.braze.BrazeStandIn;
import com.iterate.sandbox.demo.Stage;
import com.iterate.sandbox.proxy.OneOrigin;
import com.iterate.sandbox.proxy.Target;
import com.iterate.sandbox.secrets.Secrets;
import com.iterate.sandbox.services.Ports;
import com.iterate.sandbox.services.Services;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** Kafka, PostgreSQL, a Braze, the proxy and the three services, on this machine. */
public final class LocalSystem implements AutoCloseable {

    public static final String OPERATOR = "operator@example.com";

    private static final String HOST = "127.0.0.1";

    /** Binding a port takes milliseconds, unless something is very wrong. */
    private static final long BIND_SECONDS = 20;

    private final Vertx vertx = Vertx.vertx();
    private final Ports ports;
    private final Backing backing;
    private final Secrets secrets;
    private final Services services;
    private final DataFolder data;
    private final AtomicBoolean closed = new AtomicBoolean();

    private LocalSystem(Ports ports, Backing backing, Secrets secrets, Services services, DataFolder data) {
        this.ports = ports;
        this.backing = backing;
        this.secrets = secrets;
        this.services = services;
        this.data = data;
    }

    /**
     * @param repository where the modules were built
     * @param data       secrets, logs, Kafka's and PostgreSQL's files; a temporary one goes when this closes
     * @param besides    what all services find in their environment as well
     */
    public static LocalSystem start(
            Path repository, DataFolder data, Ports ports, Progress progress, Map<String, String> besides)
            throws InterruptedException {
        return start(repository, data, ports, progress, besides, Backing::start);
    }

    /** @param servers starts Kafka and PostgreSQL in a folder */
    public static LocalSystem start(
            Path repository,
            DataFolder data,
            Ports ports,
            Progress progress,
            Map<String, String> besides,
            Function<Path, Backing> servers)
            throws InterruptedException {
        Secrets secrets = Secrets.in(data.path().resolve("secrets"));
        Path logs = folder(data.path().resolve("logs"));
        Backing backing = servers.apply(folder(data.path().resolve("backing")));
        progress.done("Kafka and PostgreSQL are ready");
        Services services = Services.of(repository, logs, backing, secrets, ports, OPERATOR, besides);
        LocalSystem system = new LocalSystem(ports, backing, secrets, services, data);
        // Ctrl-C and SIGTERM end the JVM without leaving any block of code.
        Runtime.getRuntime().addShutdownHook(new Thread(system::close));
        try {
            system.listen();
            progress.done("the Braze stand-in and the proxy listen");
            services.start();
            progress.done("settings-service, survey-service and relay-service are ready");
            return system;
        } catch (RuntimeException | InterruptedException e) {
            system.close();
            throw e;
        }
    }

    public URI publicUrl() {
        return URI.create("http://localhost:" + ports.of(Ports.Name.PUBLIC));
    }

    public URI braze() {
        return URI.create("http://localhost:" + ports.of(Ports.Name.BRAZE));
    }

    /** For the demo company. */
    public Stage stage() {
        return new Stage(
                publicUrl(),
                braze(),
                BrazeStandIn.DEMO_KEY,
                OPERATOR,
                secrets.read(secrets.operatorPassword()),
                secrets.read(secrets.memberPassword()));
    }

    public Backing backing() {
        return backing;
    }

    public Secrets secrets() {
        return secrets;
    }

    public Path data() {
        return data.path();
    }

    public Services services() {
        return services;
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        services.stop();
        await(vertx.close());
        backing.close();
        data.close();
    }

    private void listen() {
        Future<BrazeStandIn> standIn =
                BrazeStandIn.start(vertx, HOST, ports.of(Ports.Name.BRAZE), BrazeStandIn.DEMO_KEY);
        Future<OneOrigin> origin = OneOrigin.start(
                vertx,
                HOST,
                ports.of(Ports.Name.PUBLIC),
                Map.of(
                        Target.SETTINGS, ports.of(Ports.Name.SETTINGS),
                        Target.SURVEY, ports.of(Ports.Name.SURVEY),
                        Target.RELAY, ports.of(Ports.Name.RELAY)));
        await(Future.all(standIn, origin));
    }

    private static void await(Future<?> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(BIND_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("could not listen: " + e.getMessage(), e);
        }
    }

    private static Path folder(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + path, e);
        }
    }
}
