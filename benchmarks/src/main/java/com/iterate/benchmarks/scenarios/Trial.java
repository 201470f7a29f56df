package com.iterate.benchmarks.scenarios;

import com.iterate.benchmarks.contenders.Contender;
import com.iterate.benchmarks.machine.Jdk;
import com.iterate.benchmarks.processes.Bench;
import com.iterate.benchmarks.workload.*;
import java.time.Duration;

public final class Trial {
    public static void run(Bench bench, Jdk jdk, int n) throws InterruptedException {
        Workload w = new Workload(100, n / 5, 5);
        long t = System.nanoTime();
        System.out.println("bytes " + Feed.fill(bench.backing().bootstrapServers(), w, n) + " in " + (System.nanoTime() - t) / 1e9);
        Drain d = new Drain(bench, w, n, Duration.ofSeconds(60));
        int i = 0;
        for (String c : System.getProperty("c", "OURS,PARALLEL_CONSUMER,CAMEL").split(",")) {
            DrainResult r = d.run(Contender.valueOf(c), jdk, "run-" + i++);
            System.out.println(r.line());
            System.out.println(r.json().encodePrettily());
        }
    }
}
