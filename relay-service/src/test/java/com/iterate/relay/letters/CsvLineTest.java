package com.iterate.relay.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {

    private final StringWriter out = new StringWriter();

    @Test
    void texts_stand_in_quotes_numbers_as_they_are_and_nothing_is_nothing() throws IOException {
        // when
        new CsvLine(out)
                .text("a \"b\", c")
                .number(-3)
                .optional(Optional.empty())
                .optional(Optional.of("x"))
                .end();
        // then
        assertThat(out).hasToString("\"a \"\"b\"\", c\",-3,,\"x\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://evil\")", "+1", "-1+1", "@SUM(1)", "\t=1", "\r=1"})
    void a_text_that_a_spreadsheet_would_run_is_defused(String formula) throws IOException {
        // when
        new CsvLine(out).text(formula);
        // then
        assertThat(out.toString()).startsWith("\"'");
    }
}
