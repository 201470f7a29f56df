package com.iterate.benchmarks.report;

import java.io.PrintStream;

/** Where figures are shown as they come. */
public record Console(PrintStream out) {

    public void title(String title) {
        out.println();
        out.println("== " + title);
    }

    public void line(String line) {
        out.println(line);
    }
}
