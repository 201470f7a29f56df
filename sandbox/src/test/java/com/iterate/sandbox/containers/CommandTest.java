package com.iterate.sandbox.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    @Test
    void what_quickstart_understands_is_not_a_task_of_a_container() {
        assertThat(Command.of()).isEmpty();
        assertThat(Command.of("--check")).isEmpty();
        assertThat(Command.of("--keep", "secrets")).isEmpty();
    }

    @Test
    void secrets_are_made_in_the_folder_that_is_named() throws Exception {
        // when
        int code = Command.of("secrets", directory.toString()).orElseThrow().run(console());
        // then
        assertThat(code).isZero();
        assertThat(Files.exists(directory.resolve("relay-database-password"))).isTrue();
        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void secrets_without_a_folder_are_refused() {
        assertThatThrownBy(() -> Command.of("secrets")).hasMessageContaining("one folder");
    }

    @Test
    void a_demo_without_an_address_says_what_is_missing() {
        // when
        int code = new MakeDemo(Map.of()).run(console());
        // then
        assertThat(code).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("ORIGIN_URL is not set");
    }

    private PrintStream console() {
        return new PrintStream(said, true, StandardCharsets.UTF_8);
    }
}
