package com.iterate.relay.delivery;

import com.iterate.relay.replay.DryRun.Outlook;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a replay would do, in words.
 *
 * @param companies  the most letters first, no more than {@link #MOST}
 * @param superseded how many would probably find nothing left to send
 * @param lasts      how long it takes at the chosen rate
 */
record Forecast(boolean isEmpty, String letters, List<Share> companies, int unlisted, String superseded, String lasts) {

    /** What is read before somebody says yes. */
    private static final int MOST = 10;

    /** Of one company. */
    record Share(String company, String letters) {}

    static Forecast of(Outlook outlook) {
        List<Share> companies = outlook.companies().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST)
                .map(each -> new Share(each.getKey(), Span.letters(each.getValue())))
                .toList();
        return new Forecast(
                outlook.letters() == 0,
                Span.letters(outlook.letters()),
                companies,
                outlook.companies().size() - companies.size(),
                outlook.supersededEstimate() == 0 ? "none" : "about " + Span.count(outlook.supersededEstimate()),
                "about " + Span.of(Duration.ofSeconds(outlook.seconds())));
    }
}
