package com.iterate.benchmarks;

import com.iterate.benchmarks.machine.Machine;
import com.iterate.benchmarks.processes.Bench;
import com.iterate.benchmarks.processes.Workplace;
import com.iterate.benchmarks.report.Charts;
import com.iterate.benchmarks.report.Console;
import com.iterate.benchmarks.report.Results;
import com.iterate.benchmarks.scenarios.Scenario;
import com.iterate.benchmarks.scenarios.Scenarios;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The program behind {@code ./benchmarks/run}. */
public final class Benchmarks {

    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private Benchmarks() {}

    public static void main(String[] arguments) {
        Console console = new Console(System.out);
        if (List.of(arguments).contains("--help")) {
            console.line(Options.HELP);
            return;
        }
        try {
            System.exit(run(Options.of(List.of(arguments)), console));
        } catch (IllegalArgumentException wrongUse) {
            console.line(wrongUse.getMessage() + "\n" + Options.HELP);
            System.exit(WRONG_USE);
        }
    }

    private static int run(Options options, Console console) {
        // What Kafka's clients say about every connection is not what anybody came to read.
        Logger.getLogger("").setLevel(Level.WARNING);
        // The modules stand beside this one; ./benchmarks/run starts in their folder.
        Path repository = Path.of("").toAbsolutePath();
        Results results = new Results(options.results(repository.resolve("benchmarks")));
        Machine machine = Machine.here();
        console.line(machine.toString());
        try (Workplace workplace = Workplace.open(repository.resolve("benchmarks/target/logs"))) {
            try {
                Bench bench = Bench.start(workplace, repository);
                for (Scenario scenario : Scenarios.of(bench, options.effort(), console)) {
                    if (options.wants(scenario.name())) {
                        console.title(scenario.name());
                        results.write(scenario.name(), options.effort().name(), machine, scenario.run());
                    }
                }
                Charts.draw(results);
                return 0;
            } catch (RuntimeException | InterruptedException broken) {
                // After Ctrl-C everything ends at once, and each end would be reported here.
                if (!workplace.isClosed()) {
                    console.line("FAILED: " + broken.getMessage());
                }
                return FAILED;
            }
        }
    }
}
