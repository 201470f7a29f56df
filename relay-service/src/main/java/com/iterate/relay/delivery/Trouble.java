package com.iterate.relay.delivery;

import com.iterate.relay.letters.Summary.Group;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A company with dead letters that wait for somebody.
 *
 * @param since when the first of them died
 * @param last  how long ago the last one did
 * @param query of the address of its letters
 */
record Trouble(
        String company, long count, String letters, List<Cause> causes, Moment since, String last, String query) {

    /** What is read at a glance. */
    private static final int MOST_CAUSES = 3;

    /** @param words what was said about most of them */
    record Cause(String title, String letters, String words) {}

    /** The most letters first. */
    static List<Trouble> of(List<Group> groups, Instant now) {
        return groups.stream().collect(Collectors.groupingBy(Group::company)).entrySet().stream()
                .map(each -> of(each.getKey(), each.getValue(), now))
                .sorted(Comparator.comparingLong(Trouble::count).reversed().thenComparing(Trouble::company))
                .toList();
    }

    private static Trouble of(String company, List<Group> groups, Instant now) {
        long count = groups.stream().mapToLong(Group::letters).sum();
        Instant since = groups.stream()
                .map(Group::firstAt)
                .min(Comparator.naturalOrder())
                .orElse(now);
        Instant last = groups.stream()
                .map(Group::lastAt)
                .max(Comparator.naturalOrder())
                .orElse(now);
        return new Trouble(
                Companies.name(company),
                count,
                Span.letters(count),
                causes(groups),
                Moment.of(since),
                Span.between(last, now),
                new Asked(Map.of("company", Companies.value(company))).query());
    }

    private static List<Cause> causes(List<Group> groups) {
        return groups.stream().collect(Collectors.groupingBy(Group::reason)).entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, List<Group>> each) -> sum(each.getValue()))
                        .reversed())
                .limit(MOST_CAUSES)
                .map(each -> new Cause(
                        Reasons.of(each.getKey()).title(),
                        Span.count(sum(each.getValue())),
                        each.getValue().stream()
                                .max(Comparator.comparingLong(Group::letters))
                                .map(Group::text)
                                .orElse("")))
                .toList();
    }

    private static long sum(List<Group> groups) {
        return groups.stream().mapToLong(Group::letters).sum();
    }
}
