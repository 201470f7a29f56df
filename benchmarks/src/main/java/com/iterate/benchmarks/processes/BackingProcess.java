package com.iterate.benchmarks.processes;

import com.iterate.backing.Database;
import java.util.List;

/** Kafka with the topics of the contract in four partitions, and PostgreSQL. */
public final class BackingProcess {

    /** The broker's own needs are small; its page cache lies outside. */
    private static final List<String> OPTIONS = List.of("-Xmx512m", "-XX:+UseSerialGC");

    private final Child child;
    private final String bootstrapServers;

    private BackingProcess(Child child) {
        this.child = child;
        this.bootstrapServers = child.read();
    }

    public static BackingProcess start(Workplace workplace) {
        return new BackingProcess(workplace.program(
                "backing",
                OPTIONS,
                BackingProgram.class,
                List.of(workplace.folder("backing").toString())));
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    public synchronized Database database(String name) {
        String[] parts = child.ask(name).split(" ", -1);
        return new Database(parts[0], parts[1], parts[2]);
    }

    public Child child() {
        return child;
    }
}
