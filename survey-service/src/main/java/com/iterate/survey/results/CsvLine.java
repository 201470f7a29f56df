package com.iterate.survey.results;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** One line of CSV as RFC 4180 has it. */
final class CsvLine {

    /** A spreadsheet would run a text that begins so; an answer to a survey is anybody's text. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private final Writer out;
    private boolean started;

    CsvLine(Writer out) {
        this.out = out;
    }

    /** Zero and false are written; only what is not there is empty. A number is a number, also a negative one. */
    CsvLine cell(@Nullable Object value) throws IOException {
        if (started) {
            out.write(',');
        }
        started = true;
        if (value instanceof BigDecimal number) {
            out.write(number.stripTrailingZeros().toPlainString());
        } else if (value instanceof Collection<?> values) {
            write(String.join("; ", values.stream().map(String::valueOf).toList()));
        } else if (value != null) {
            write(value.toString());
        }
        return this;
    }

    private void write(String text) throws IOException {
        String harmless = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        out.write('"');
        out.write(harmless.replace("\"", "\"\""));
        out.write('"');
    }

    void end() throws IOException {
        out.write("\r\n");
    }
}
