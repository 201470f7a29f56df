package com.iterate.relay.letters;

import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/** One line of CSV as RFC 4180 has it. */
final class CsvLine {

    /** A spreadsheet would run a text that begins so; ids and error texts are anybody's. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private final Writer out;
    private boolean started;

    CsvLine(Writer out) {
        this.out = out;
    }

    CsvLine text(String text) throws IOException {
        boolean runs = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return cell('"' + (runs ? "'" : "") + text.replace("\"", "\"\"") + '"');
    }

    CsvLine number(long number) throws IOException {
        return cell(Long.toString(number));
    }

    /** What is not there is empty. */
    CsvLine optional(Optional<?> value) throws IOException {
        return value.isPresent() ? text(value.get().toString()) : cell("");
    }

    private CsvLine cell(String cell) throws IOException {
        if (started) {
            out.write(',');
        }
        started = true;
        out.write(cell);
        return this;
    }

    void end() throws IOException {
        out.write("\r\n");
    }
}
