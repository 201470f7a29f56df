package com.iterate.relay.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How a job is doing, for people to read.
 *
 * @param state     its phase, or {@code PAUSED}
 * @param company   absent for letters of several companies
 * @param letters   all of the job; grows while its letters are collected
 * @param waiting   of them without a result
 * @param results   the others, by result
 * @param perSecond letters that came to their end in the last minute
 * @param eta       when the last letter has its result if it goes on like that; absent while nothing moves
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Progress(
        long id,
        String state,
        Optional<String> company,
        double ratePerSecond,
        double canary,
        Map<String, String> rename,
        Instant startedAt,
        String startedBy,
        Optional<Instant> endedAt,
        long letters,
        long waiting,
        Map<Result, Long> results,
        double perSecond,
        Optional<Instant> eta) {

    static final String PAUSED = "PAUSED";

    /** How far back the pace is looked at: long enough for slow jobs, and a change of the weather shows soon. */
    static final Duration RECENTLY = Duration.ofMinutes(1);

    /**
     * @param waiting letters without a result
     * @param ended   in the last minute
     */
    static Progress of(Job job, long waiting, Map<Result, Long> results, long ended, Instant now) {
        double seconds = Math.max(
                1,
                Math.min(
                        RECENTLY.toSeconds(),
                        Duration.between(job.startedAt(), now).toSeconds()));
        // A job's first letters go at once, which a look back at a few seconds would take for its pace.
        double perSecond = job.phase().isOver() ? 0 : Math.min(ended / seconds, job.ratePerSecond());
        boolean moves = !job.phase().isOver() && !job.paused() && perSecond > 0;
        return new Progress(
                job.id(),
                job.paused() && !job.phase().isOver() ? PAUSED : job.phase().name(),
                job.ofCompany(),
                job.ratePerSecond(),
                job.canary().mayFail(),
                job.rename(),
                job.startedAt(),
                job.startedBy(),
                job.endedAt(),
                waiting + results.values().stream().mapToLong(Long::longValue).sum(),
                waiting,
                results,
                Math.round(perSecond * 10) / 10.0,
                moves ? Optional.of(now.plusSeconds((long) Math.ceil(waiting / perSecond))) : Optional.empty());
    }
}
