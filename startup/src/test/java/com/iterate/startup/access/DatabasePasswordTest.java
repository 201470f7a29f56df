package com.iterate.startup.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabasePasswordTest {

    @TempDir
    Path folder;

    @Test
    void the_variable_itself_may_hold_it() {
        assertThat(of(Map.of("DATABASE_PASSWORD", "hush", "DATABASE_PASSWORD_FILE", ""))
                        .getCredentials("database"))
                .containsExactly(Map.entry("password", "hush"));
    }

    @Test
    void a_file_is_read_anew_for_each_connection_and_without_the_end_of_its_line() throws IOException {
        // given
        Path file = Files.writeString(folder.resolve("password"), "first\r\n");
        DatabasePassword password = of(Map.of("DATABASE_PASSWORD_FILE", file.toString()));
        // when
        Map<String, String> before = password.getCredentials("database");
        Files.writeString(file, "second \n");
        Map<String, String> after = password.getCredentials("database");
        // then
        assertThat(before).containsEntry("password", "first");
        assertThat(after).containsEntry("password", "second ");
    }

    @Test
    void what_interrupted_a_connection_before_does_not_meet_this_one() {
        // given
        DatabasePassword password = of(Map.of("DATABASE_PASSWORD", "hush", "DATABASE_PASSWORD_FILE", ""));
        Thread.currentThread().interrupt();
        // when
        Map<String, String> credentials =
                password.getCredentialsAsync("database").await().atMost(Duration.ofSeconds(10));
        // then
        assertThat(credentials).containsEntry("password", "hush");
    }

    @Test
    void an_empty_file_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "\n");

        assertThatThrownBy(() ->
                        of(Map.of("DATABASE_PASSWORD_FILE", file.toString())).getCredentials("database"))
                .hasMessage("the password file " + file + " is empty");
    }

    private static DatabasePassword of(Map<String, String> set) {
        return new DatabasePassword(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(set, "set", 100))
                .build());
    }
}
