package com.iterate.webkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAwayTest {

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "28P01", "53300", "57P01", "57P03"})
    void a_server_that_cannot_be_reached_stops_is_full_or_refuses_the_password_is_away(String state) {
        Throwable wrapped = new IllegalStateException(new RuntimeException(new SQLException("", state)));
        assertThat(DatabaseAway.causeOf(wrapped)).isPresent();
    }

    @Test
    void so_is_one_of_which_the_pool_gets_no_connection_in_time() {
        assertThat(DatabaseAway.causeOf(new SQLException("timeout", new TimeoutException())))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22001", "23505", "40001", "42P01", "57014"})
    void a_statement_that_fails_is_a_fault_of_ours(String state) {
        assertThat(DatabaseAway.causeOf(new IllegalStateException(new SQLException("", state))))
                .isEmpty();
    }

    @Test
    void causes_that_go_round_in_a_circle_end() {
        Exception one = new IllegalStateException();
        Exception other = new IllegalStateException(one);
        one.initCause(other);
        assertThat(DatabaseAway.causeOf(one)).isEmpty();
    }
}
