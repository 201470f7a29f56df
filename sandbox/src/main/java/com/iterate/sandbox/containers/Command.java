package com.iterate.sandbox.containers;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/** One task of a container, chosen by the first word of its command line. */
public interface Command {

    /** @return the exit code */
    int run(PrintStream console) throws InterruptedException;

    /** Empty: none of these words, so the command line is that of {@code ./quickstart}. */
    static Optional<Command> of(String... arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        return switch (first) {
            case "braze" -> Optional.of(new RunBraze());
            case "demo" -> Optional.of(new MakeDemo(System.getenv()));
            case "secrets" -> Optional.of(new MakeSecrets(Path.of(second(arguments))));
            default -> Optional.empty();
        };
    }

    private static String second(String... arguments) {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("'secrets' needs one folder");
        }
        return arguments[1];
    }
}
