package com.iterate.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void without_arguments_everything_runs_at_length() {
        Options options = Options.of(List.of());
        assertThat(options.effort().name()).isEqualTo("full");
        assertThat(options.wants("latency")).isTrue();
    }

    @Test
    void only_what_is_named_runs() {
        Options options = Options.of(List.of("--quick", "isolation"));
        assertThat(options.effort().name()).isEqualTo("quick");
        assertThat(options.wants("isolation")).isTrue();
        assertThat(options.wants("latency")).isFalse();
    }

    @Test
    void quick_figures_never_overwrite_the_record() {
        Path benchmarks = Path.of("benchmarks");
        assertThat(Options.of(List.of()).results(benchmarks)).isEqualTo(Path.of("benchmarks/results"));
        assertThat(Options.of(List.of("--quick")).results(benchmarks)).isEqualTo(Path.of("benchmarks/results/quick"));
    }

    @Test
    void a_misspelt_scenario_is_not_ignored() {
        assertThatThrownBy(() -> Options.of(List.of("latencies"))).hasMessageContaining("latencies");
    }
}
