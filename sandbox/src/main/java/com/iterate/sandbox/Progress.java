package com.iterate.sandbox;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Says what has been done and how long it took. */
public final class Progress {

    private final PrintStream out;
    private long last = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    public void done(String step) {
        long now = System.nanoTime();
        out.printf(Locale.ROOT, "  %6.1f s  %s%n", (now - last) / 1e9, step);
        last = now;
    }

    /** A step with a time of its own, shorter than this one's resolution. */
    public void done(String step, Duration took) {
        out.printf(Locale.ROOT, "  %5d ms  %s%n", took.toMillis(), step);
        last = System.nanoTime();
    }

    public void say(String line) {
        out.println(line);
    }
}
