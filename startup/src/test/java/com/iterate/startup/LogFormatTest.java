package com.iterate.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LogFormatTest {

    private static final StartCheck CHECK =
            new StartCheck("house", List.of(), List.of(), Set.of(), List.of()).and(LogFormat.NEEDS);

    @Test
    void there_are_two_and_the_default_needs_no_word() {
        assertThat(CHECK.sentence(Map.of("LOG_FORMAT", "json"))).isEmpty();
        assertThat(CHECK.sentence(Map.of("LOG_FORMAT", "text"))).isEmpty();
        assertThat(CHECK.sentence(Map.of())).isEmpty();
    }

    @Test
    void another_one_stops_the_start() {
        assertThat(CHECK.sentence(Map.of("LOG_FORMAT", "jsno")))
                .contains("house cannot start: LOG_FORMAT must be json or text, not jsno.");
    }
}
