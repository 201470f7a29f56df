package com.iterate.sandbox;

import java.nio.file.Path;
import java.util.Optional;

/** The command line of {@code ./quickstart}. */
record Options(Mode mode, Optional<Path> keep) {

    enum Mode {
        RUN,
        CHECK,
        HELP
    }

    static final String HELP = """
            ./quickstart                starts everything on this machine and prints the links; Ctrl-C stops it
            ./quickstart --check        does the main job without a browser, says how long it took, and ends
            ./quickstart --keep FOLDER  keeps accounts, surveys, answers and logs in FOLDER, and finds them there again

            In a container, one word in place of these:
            braze                       the Braze stand-in on port 8090
            demo                        makes the demo company at ORIGIN_URL
            secrets FOLDER              makes the secrets that FOLDER lacks""";

    static Options of(String... arguments) {
        Mode mode = Mode.RUN;
        Optional<Path> keep = Optional.empty();
        for (int at = 0; at < arguments.length; at++) {
            switch (arguments[at]) {
                case "--check" -> mode = Mode.CHECK;
                case "--help", "-h" -> mode = Mode.HELP;
                case "--keep" -> {
                    if (++at == arguments.length) {
                        throw new IllegalArgumentException("--keep needs a folder");
                    }
                    keep = Optional.of(Path.of(arguments[at]).toAbsolutePath());
                }
                default -> throw new IllegalArgumentException("what is '" + arguments[at] + "'?");
            }
        }
        return new Options(mode, keep);
    }
}
