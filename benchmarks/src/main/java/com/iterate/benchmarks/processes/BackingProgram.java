package com.iterate.benchmarks.processes;

import com.iterate.backing.Backing;
import com.iterate.backing.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Kafka and PostgreSQL: says where Kafka listens, makes a database for each line with a name, ends with its input. */
final class BackingProgram {

    private BackingProgram() {}

    public static void main(String[] arguments) throws IOException {
        Logger.getLogger("").setLevel(Level.WARNING);
        // Kafka prints while it starts; only what was asked for may reach whoever listens.
        PrintStream answers = System.out;
        System.setOut(System.err);
        Backing backing = Backing.start(Path.of(arguments[0]));
        Runtime.getRuntime().addShutdownHook(new Thread(backing::close));
        answers.println(backing.kafkaBootstrapServers());
        BufferedReader names = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String name = names.readLine(); name != null; name = names.readLine()) {
            Database database = backing.database(name);
            answers.println(String.join(" ", database.jdbcUrl(), database.username(), database.password()));
        }
        System.exit(0);
    }
}
