package com.iterate.webkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class NothingPersonalTest {

    private final NothingPersonal filter = new NothingPersonal();

    @Test
    void an_address_loses_its_query_and_all_else_stays() {
        // given
        LogRecord record = new LogRecord(Level.SEVERE, "HTTP Request to %s failed, error id: %s %d");
        record.setParameters(new Object[] {"/s/abc?user_braze_id=ana", "what? not an address", 7});
        // when
        boolean logged = filter.isLoggable(record);
        // then
        assertThat(logged).isTrue();
        assertThat(record.getParameters()).containsExactly("/s/abc", "what? not an address", 7);
    }

    @Test
    void what_a_driver_says_goes_with_all_that_repeats_it_and_the_places_stay() {
        // given
        SQLException quoting = new SQLException("Key (braze_id)=(ana) already exists", "23505");
        IllegalStateException wrapped = new IllegalStateException("could not store ana", quoting);
        // when
        String trace = traceOf(wrapped);
        // then
        assertThat(trace)
                .contains("java.lang.IllegalStateException", "java.sql.SQLException: sqlState=23505", "at com.iterate")
                .doesNotContain("ana)", "store ana");
    }

    @Test
    void other_words_stay() {
        assertThat(traceOf(new IllegalStateException("the key file is empty"))).contains("the key file is empty");
    }

    private String traceOf(Throwable thrown) {
        LogRecord record = new LogRecord(Level.SEVERE, "Request failed");
        record.setThrown(thrown);
        filter.isLoggable(record);
        StringWriter written = new StringWriter();
        record.getThrown().printStackTrace(new PrintWriter(written));
        return written.toString();
    }
}
