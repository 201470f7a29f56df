package com.iterate.relay.delivery;

import com.iterate.relay.letters.State;
import com.iterate.relay.letters.Summary;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Dead letters at a glance.
 *
 * @param open        that wait for somebody
 * @param quarantined that failed in three replays
 * @param replaying   that are on their way again
 * @param troubles    companies, the worst first, no more than {@link #MOST}
 * @param unlisted    companies that did not fit
 */
record Board(
        long letters,
        String open,
        String quarantined,
        String replaying,
        Chart chart,
        List<Range> ranges,
        List<Trouble> troubles,
        int unlisted) {

    /** A screen; the page of causes has them all. */
    static final int MOST = 12;

    /** How far back the chart may look. */
    record Range(int days, String text, boolean chosen) {}

    /**
     * @param waiting of all time, in the states that are not over
     * @param recent  since {@code from}, in any state
     */
    static Board of(Summary waiting, Summary recent, Instant from, int days, Instant now) {
        List<Trouble> troubles = Trouble.of(waiting.groups(), now);
        ChronoUnit bucket = recent.bucket().equals("hour") ? ChronoUnit.HOURS : ChronoUnit.DAYS;
        return new Board(
                waiting.letters(),
                count(waiting, State.OPEN),
                count(waiting, State.QUARANTINED),
                count(waiting, State.REPLAYING),
                Chart.of(recent.buckets(), from, now, bucket),
                List.of(range(1, "24 hours", days), range(7, "7 days", days), range(30, "30 days", days)),
                troubles.stream().limit(MOST).toList(),
                Math.max(0, troubles.size() - MOST));
    }

    private static String count(Summary summary, State state) {
        return Span.count(summary.states().getOrDefault(state, 0L));
    }

    private static Range range(int days, String text, int chosen) {
        return new Range(days, text, days == chosen);
    }
}
