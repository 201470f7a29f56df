package com.iterate.relay.delivery;

import com.iterate.relay.credentials.Rate;
import com.iterate.relay.lanes.LaneState;
import com.iterate.relay.lanes.LaneState.Health;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the page shows at one moment.
 *
 * @param counts   how many companies are in each state, whatever the filter, the worst state first
 * @param answers  waiting, of all companies
 * @param sections the companies that the filter finds, the worst first, no more than {@link #MOST}
 * @param unlisted companies that did not fit
 * @param filter   what a company's id has to contain; empty shows all
 */
record Overview(List<Count> counts, String answers, List<Section> sections, int unlisted, String filter, Instant at) {

    /** More is not read by anybody, and it is sent every two seconds. */
    static final int MOST = 50;

    /** @param kind of the state, for the stylesheet */
    record Count(String kind, String state, long companies) {}

    /** Companies in one state. */
    record Section(String kind, String state, String outlook, List<Row> rows) {

        static Section of(Health health, List<LaneState> lanes, Function<String, Optional<Rate>> rates, Instant now) {
            return new Section(
                    Words.kind(health),
                    Words.name(health),
                    Words.outlook(health),
                    lanes.stream()
                            .map(lane -> Row.of(lane, rates.apply(lane.company()), now))
                            .toList());
        }
    }

    /** @param rates by company; asked for those alone that are listed */
    static Overview of(List<LaneState> lanes, String filter, Function<String, Optional<Rate>> rates, Instant now) {
        String wanted = filter.strip().toLowerCase(Locale.ROOT);
        List<LaneState> found = lanes.stream()
                .filter(lane -> lane.company().contains(wanted))
                .sorted(Row.WORST_FIRST)
                .toList();
        List<Section> sections = byHealth(found.stream().limit(MOST).toList()).entrySet().stream()
                .map(each -> Section.of(each.getKey(), each.getValue(), rates, now))
                .toList();
        List<Count> counts = byHealth(lanes).entrySet().stream()
                .map(each -> new Count(
                        Words.kind(each.getKey()),
                        Words.name(each.getKey()),
                        each.getValue().size()))
                .toList();
        return new Overview(
                counts,
                Span.answers(lanes.stream().mapToLong(LaneState::waiting).sum()),
                sections,
                Math.max(0, found.size() - MOST),
                wanted,
                now.truncatedTo(ChronoUnit.SECONDS));
    }

    /** The worst first. */
    private static Map<Health, List<LaneState>> byHealth(List<LaneState> lanes) {
        return lanes.stream()
                .collect(Collectors.groupingBy(
                        LaneState::state, () -> new TreeMap<>(Collections.reverseOrder()), Collectors.toList()));
    }
}
