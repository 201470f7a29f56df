package com.iterate.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsageTest {

    @Test
    void a_threads_name_may_hold_blanks_and_parentheses() {
        Usage.Stat stat = Usage.Stat.of("42 (C2 (Compiler) T) S 1 2 3 4 5 6 7 8 9 10 11 22 13 14");
        assertThat(stat).isEqualTo(new Usage.Stat("C2 (Compiler) T", 33));
    }

    @Test
    void what_was_used_before_does_not_count() {
        Usage before = new Usage(100, Map.of("vert.x-eventloo", 60L));
        Usage after = new Usage(400, Map.of("vert.x-eventloo", 160L, "C2 CompilerThre", 50L));
        Usage used = after.since(before);
        assertThat(used.seconds()).isEqualTo(3.0);
        assertThat(used.secondsOf(List.of("vert.x"))).isEqualTo(1.0);
        assertThat(used.secondsOf(List.of("C1 ", "C2 "))).isEqualTo(0.5);
    }
}
