package com.iterate.benchmarks.contenders;

import com.iterate.backing.Database;
import com.iterate.benchmarks.machine.Jdk;
import com.iterate.benchmarks.processes.Bench;
import com.iterate.benchmarks.processes.Child;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Something that takes answers from Kafka to Braze. Each starts at the oldest answer. */
public enum Contender {
    /** relay-service, as it is shipped. */
    OURS("ours", "Ours"),
    PARALLEL_CONSUMER("parallel-consumer", "Parallel Consumer"),
    SMALLRYE("smallrye", "SmallRye as in the guides"),
    CAMEL("camel", "Apache Camel");

    private final String id;

    private final String title;

    Contender(String id, String title) {
        this.id = id;
        this.title = title;
    }

    public static List<Contender> others() {
        return List.of(PARALLEL_CONSUMER, CAMEL, SMALLRYE);
    }

    /** In files and on the command line. */
    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /** The Java that it runs on. */
    public Jdk on(Jdk jdk) {
        return this == OURS ? jdk : jdk.generous();
    }

    /** @param run a name that no other run has: it begins with no offsets and an empty database */
    public Child start(Bench bench, Jdk jdk, String run) {
        return bench.workplace()
                .measured(
                        id,
                        on(jdk),
                        switch (this) {
                            case OURS -> ours(bench, run);
                            case SMALLRYE -> smallrye(bench);
                            case PARALLEL_CONSUMER -> onOurClasspath(bench, ParallelConsumerRelay.class);
                            case CAMEL -> onOurClasspath(bench, CamelRelay.class);
                        },
                        this == OURS ? oursEnvironment(bench, run) : environment(bench, run));
    }

    /** Ours in order, as in life. The others take up to 25 s for that, and nothing of it is measured. */
    public void end(Bench bench, Child child) {
        if (this == OURS) {
            bench.workplace().end(child);
        } else {
            bench.workplace().kill(child);
        }
    }

    private List<String> ours(Bench bench, String run) {
        List<String> arguments = new ArrayList<>(collector(bench));
        Optional.ofNullable(System.getenv("RELAY_JAVA_OPTIONS"))
                .ifPresent(more -> arguments.addAll(List.of(more.split(" ", -1))));
        // Each run reads the same backlog anew.
        arguments.add("-Drelay.intake.group=" + run);
        arguments.addAll(List.of("-jar", in(bench, "relay-service/target/quarkus-app/quarkus-run.jar")));
        return arguments;
    }

    private List<String> smallrye(Bench bench) {
        List<String> arguments = new ArrayList<>(collector(bench));
        arguments.addAll(List.of("-jar", in(bench, "benchmarks/smallrye-relay/target/quarkus-app/quarkus-run.jar")));
        return arguments;
    }

    private List<String> onOurClasspath(Bench bench, Class<?> main) {
        List<String> arguments = new ArrayList<>(collector(bench));
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        return arguments;
    }

    /** Others get the collector and its pages; how the generations divide the heap is measured for ours, and is in their way. */
    private List<String> collector(Bench bench) {
        return this == OURS
                ? List.of("@" + in(bench, "relay-service/src/main/jvm/relay.options"))
                : List.of("-XX:+UseParallelGC", "-XX:+UseTransparentHugePages");
    }

    private static String in(Bench bench, String file) {
        return bench.repository().resolve(file).toString();
    }

    private static Map<String, String> oursEnvironment(Bench bench, String run) {
        Database database = bench.backing().database(run.replace('-', '_'));
        Map<String, String> environment = new HashMap<>(environment(bench, run));
        environment.put("PUBLIC_URL", "http://localhost");
        // As in the image: memory that one thread freed serves the others as well.
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.put("SETTINGS_SERVICE_URL", bench.braze().address().toString());
        environment.put("BRAZE_ALLOWED_ORIGINS", bench.braze().address().toString());
        environment.put(
                "RELAY_KEYS_FILE",
                SigningKey.in(bench.workplace().folder("secrets")).toString());
        environment.put(
                "ERASURE_KEYS_FILE",
                ErasureKey.in(bench.workplace().folder("secrets")).toString());
        environment.put("DATABASE_URL", database.jdbcUrl());
        environment.put("DATABASE_USERNAME", database.username());
        environment.put("DATABASE_PASSWORD", database.password());
        // Any free port, on this machine only.
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", "0");
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", "0");
        return environment;
    }

    private static Map<String, String> environment(Bench bench, String run) {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", bench.backing().bootstrapServers(),
                "GROUP_ID", run,
                "BRAZE_URL", bench.braze().address().toString());
    }
}
