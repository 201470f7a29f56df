package com.iterate.webkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class FailureKindTest {

    @Test
    void says_the_state_and_nothing_that_the_driver_quotes() {
        SQLException quoting = new SQLException("value too long: 'ana@example.com'", "22001");
        assertThat(FailureKind.of(new CompletionException(quoting))).isEqualTo("sqlState=22001");
    }

    @Test
    void of_everything_else_the_kind() {
        assertThat(FailureKind.of(new IllegalStateException("ana"))).isEqualTo("IllegalStateException");
    }
}
