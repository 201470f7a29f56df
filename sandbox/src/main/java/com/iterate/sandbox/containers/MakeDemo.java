package com.iterate.sandbox.containers;

import com.iterate.sandbox.braze.BrazeStandIn;
import com.iterate.sandbox.demo.Demo;
import com.iterate.sandbox.demo.Stage;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Makes the demo company in a system that runs elsewhere; what is there already stays. */
record MakeDemo(Map<String, String> environment) implements Command {

    @Override
    public int run(PrintStream console) {
        try {
            Demo demo = Demo.on(stage());
            console.println("""
                    Sign in       %s/sign-in
                      as member   %s   with what is in the file member-password
                      as operator %s   with what is in the file operator-password
                    The survey    %s
                    Braze         %s   (profiles change here while you answer)""".formatted(
                            required("PUBLIC_URL"),
                            Demo.MEMBER,
                            required("BOOTSTRAP_OPERATOR_EMAIL"),
                            demo.linkFor(Demo.RESPONDENT),
                            required("BRAZE_PAGE_URL")));
            return 0;
        } catch (RuntimeException failed) {
            console.println("The demo company could not be made: " + failed.getMessage());
            return 1;
        }
    }

    /** The passwords are not printed: what a container prints is kept, and often sent elsewhere. */
    private Stage stage() {
        return new Stage(
                URI.create(required("ORIGIN_URL")),
                URI.create(required("BRAZE_URL")),
                BrazeStandIn.DEMO_KEY,
                required("BOOTSTRAP_OPERATOR_EMAIL"),
                secret("BOOTSTRAP_OPERATOR_PASSWORD_FILE"),
                secret("DEMO_MEMBER_PASSWORD_FILE"));
    }

    private String secret(String name) {
        try {
            return Files.readString(Path.of(required(name))).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the file of " + name + " cannot be read", e);
        }
    }

    private String required(String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new IllegalArgumentException(name + " is not set"));
    }
}
