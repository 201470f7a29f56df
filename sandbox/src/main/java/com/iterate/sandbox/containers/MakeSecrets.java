package com.iterate.sandbox.containers;

import com.iterate.sandbox.secrets.ContainerSecrets;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Makes the secrets that are missing in a folder. */
record MakeSecrets(Path folder) implements Command {

    @Override
    public int run(PrintStream console) {
        try {
            ContainerSecrets.in(folder);
            return 0;
        } catch (UncheckedIOException failed) {
            console.println(failed.getMessage() + ": " + failed.getCause());
            return 1;
        }
    }
}
