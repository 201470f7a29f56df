package com.iterate.sandbox;

import com.iterate.sandbox.containers.Command;
import com.iterate.sandbox.demo.Demo;
import com.iterate.sandbox.services.Ports;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.logging.FileHandler;
import java.util.logging.LogManager;
import java.util.logging.SimpleFormatter;

/** The program behind {@code ./quickstart}; in a container, whatever its first word says. */
public final class Sandbox {

    private static final int SUCCESS = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private final Options options;
    private final DataFolder data;
    private final Progress progress;

    private Sandbox(Options options, DataFolder data, Progress progress) {
        this.options = options;
        this.data = data;
        this.progress = progress;
    }

    public static void main(String[] arguments) throws InterruptedException {
        PrintStream console = System.out;
        try {
            Optional<Command> command = Command.of(arguments);
            if (command.isPresent()) {
                System.exit(command.get().run(console));
            }
            Options options = Options.of(arguments);
            if (options.mode() == Options.Mode.HELP) {
                console.println(Options.HELP);
                return;
            }
            DataFolder data = DataFolder.of(options.keep());
            logTo(data.path());
            System.exit(new Sandbox(options, data, new Progress(console)).run());
        } catch (IllegalArgumentException wrongUse) {
            console.println(wrongUse.getMessage() + "\n" + Options.HELP);
            System.exit(WRONG_USE);
        }
    }

    private int run() throws InterruptedException {
        Ports ports = Ports.usual();
        ports.taken().forEach(progress::say);
        // The modules stand beside this one; ./quickstart starts in their folder.
        try (LocalSystem system = LocalSystem.start(Path.of("").toAbsolutePath(), data, ports, progress, Map.of())) {
            Demo demo = Demo.on(system.stage());
            progress.done("a company, a member, a Braze connection and a survey are made");
            if (options.mode() == Options.Mode.CHECK) {
                boolean good = new MainJob(system, demo, progress).succeeds();
                progress.say(good ? "OK" : "FAILED");
                return good ? SUCCESS : FAILED;
            }
            say(system, demo);
            new CountDownLatch(1).await();
            return SUCCESS;
        } catch (RuntimeException | LinkageError failed) {
            // Kafka's threads would keep this JVM alive without a word; the stack trace is for who looks closer.
            progress.say("FAILED: " + failed);
            failed.printStackTrace(System.out);
            progress.say("The whole story is in " + data.path() + " (kept with --keep FOLDER)");
            return FAILED;
        }
    }

    private void say(LocalSystem system, Demo demo) {
        var secrets = system.secrets();
        progress.say("""

                Sign in       %s/sign-in
                  as member   %s   %s
                  as operator %s   %s
                The survey    %s
                Braze         %s   (profiles change here while you answer)

                Logs and data are in %s
                Ctrl-C stops everything.""".formatted(
                        system.publicUrl(),
                        Demo.MEMBER,
                        secrets.read(secrets.memberPassword()),
                        LocalSystem.OPERATOR,
                        secrets.read(secrets.operatorPassword()),
                        demo.linkFor(Demo.RESPONDENT),
                        system.braze(),
                        data.path()));
    }

    /** What Kafka and the proxy have to say goes into a file: the console is for the person. */
    private static void logTo(Path data) {
        try {
            System.setOut(
                    new PrintStream(Files.newOutputStream(data.resolve("sandbox.out")), true, StandardCharsets.UTF_8));
            try (var settings = Sandbox.class.getResourceAsStream("/sandbox-logging.properties")) {
                LogManager.getLogManager().readConfiguration(settings);
            }
            FileHandler handler = new FileHandler(data.resolve("sandbox.log").toString(), true);
            handler.setFormatter(new SimpleFormatter());
            LogManager.getLogManager().getLogger("").addHandler(handler);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot log to " + data, e);
        }
    }
}
