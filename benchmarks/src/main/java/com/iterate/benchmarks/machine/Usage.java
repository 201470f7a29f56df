package com.iterate.benchmarks.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * CPU time that a process has used since it began, in ticks of 10 ms.
 *
 * @param threads by the name that Linux knows; names are at most 15 characters, several threads may share one
 */
public record Usage(long ticks, Map<String, Long> threads) {

    /** {@code getconf CLK_TCK}: 100 on every Linux that Java runs on. */
    private static final double TICKS_PER_SECOND = 100;

    public static Usage of(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        Map<String, Long> threads = new TreeMap<>();
        try (Stream<Path> tasks = Files.list(process.resolve("task"))) {
            for (Path task : tasks.toList()) {
                try {
                    Stat stat = Stat.of(Files.readString(task.resolve("stat")));
                    threads.merge(stat.name(), stat.ticks(), Long::sum);
                } catch (NoSuchFileException endedMeanwhile) {
                    continue;
                }
            }
            return new Usage(Stat.of(Files.readString(process.resolve("stat"))).ticks(), threads);
        } catch (IOException e) {
            throw new UncheckedIOException("no such process, or no Linux", e);
        }
    }

    /** What was used since then. */
    public Usage since(Usage before) {
        Map<String, Long> used = new TreeMap<>();
        threads.forEach((name, now) -> used.put(name, now - before.threads.getOrDefault(name, 0L)));
        return new Usage(ticks - before.ticks, used);
    }

    public double seconds() {
        return ticks / TICKS_PER_SECOND;
    }

    /** Of all threads whose name begins so. */
    public double secondsOf(List<String> prefixes) {
        return threads.entrySet().stream()
                        .filter(each -> prefixes.stream().anyMatch(each.getKey()::startsWith))
                        .mapToLong(Map.Entry::getValue)
                        .sum()
                / TICKS_PER_SECOND;
    }

    /** The most memory that was ever resident, in MB. */
    public static long peakMegabytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException("no such process, or no Linux", e);
        }
    }

    /** Seconds of CPU that the whole machine has spent on work since it was started. */
    public static double ofTheMachine() {
        try {
            String[] all = Files.readAllLines(Path.of("/proc/stat")).get(0).split(" +", -1);
            // user, nice, system, (idle, iowait,) irq, softirq, steal: what a neighbour takes counts as well.
            long busy = 0;
            for (int field : new int[] {1, 2, 3, 6, 7, 8}) {
                busy += Long.parseLong(all[field]);
            }
            return busy / TICKS_PER_SECOND;
        } catch (IOException e) {
            throw new UncheckedIOException("no Linux", e);
        }
    }

    /** A line of {@code /proc/…/stat}. The name stands in parentheses and may hold blanks. */
    record Stat(String name, long ticks) {

        /** Counted from behind the name: user time, then system time. */
        private static final int USER_TIME = 11;

        static Stat of(String line) {
            int end = line.lastIndexOf(')');
            String[] fields = line.substring(end + 2).split(" ", -1);
            return new Stat(
                    line.substring(line.indexOf('(') + 1, end),
                    Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1]));
        }
    }
}
