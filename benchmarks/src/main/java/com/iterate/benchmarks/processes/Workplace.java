package com.iterate.benchmarks.processes;

import com.iterate.benchmarks.machine.Jdk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** A temporary folder and the processes that work in it. Both are gone when this closes or the JVM ends, Ctrl-C included. */
public final class Workplace implements AutoCloseable {

    private final Path folder;
    private final Path logs;
    private final Deque<Child> children = new ArrayDeque<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private int started;

    private Workplace(Path folder, Path logs) {
        this.folder = folder;
        this.logs = logs;
    }

    /** @param logs what the processes say stays there until the next time */
    public static Workplace open(Path logs) {
        try {
            Files.createDirectories(logs);
            Workplace workplace = new Workplace(Files.createTempDirectory("iterate-benchmarks"), logs);
            Runtime.getRuntime().addShutdownHook(new Thread(workplace::close));
            return workplace;
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder can be made", e);
        }
    }

    public Path folder(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of the programs of this module, in a JVM of its own. */
    Child program(String name, List<String> options, Class<?> main, List<String> arguments) {
        List<String> command = onOurClasspath(options, main);
        command.addAll(arguments);
        return keep(Child.speaking(name, command, log(name)));
    }

    /** A program that is measured. */
    public Child measured(String name, Jdk jdk, List<String> arguments, Map<String, String> environment) {
        List<String> command = new ArrayList<>(List.of(jdk.command().toString()));
        command.addAll(jdk.options());
        command.addAll(arguments);
        return keep(Child.silent(name, command, environment, log(name)));
    }

    /** Ends it before the others end. */
    public synchronized void end(Child child) {
        children.remove(child);
        child.close();
    }

    public synchronized void kill(Child child) {
        children.remove(child);
        child.kill();
    }

    public boolean isClosed() {
        return closed.get();
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        synchronized (this) {
            // The last one started leans on those before.
            children.forEach(Child::close);
        }
        delete();
    }

    private synchronized Child keep(Child child) {
        if (closed.get()) {
            child.close();
        }
        children.push(child);
        return child;
    }

    private synchronized Path log(String name) {
        started++;
        return logs.resolve(started + "-" + name + ".log");
    }

    private static List<String> onOurClasspath(List<String> options, Class<?> main) {
        List<String> command = new ArrayList<>(List.of(Jdk.running().command().toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        return command;
    }

    private void delete() {
        try (Stream<Path> inside = Files.walk(folder)) {
            inside.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            System.err.println("left behind: " + folder);
        }
    }
}
