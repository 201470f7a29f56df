package com.iterate.contracts;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The topics, and every number about them, once.
 *
 * @param partitions never changed once the topic lives: a person would move to another partition and lose the order
 */
public record Topic(String name, int partitions, Map<String, String> config) {

    /** Keys and headers beside a value of {@link Limits#RECORD_BYTES}: ids are bounded by the same limits, headers are small. */
    private static final int KEY_AND_HEADER_BYTES = 16 * 1024;

    /** Two weeks: longer than any outage of Braze or of a company's key that somebody notices. */
    private static final Duration RESPONSES_KEPT = Duration.ofDays(14);

    /** A quarter: an operator back from a long leave still finds them. */
    private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(90);

    /** Room for a relay per partition on a large installation; the sandbox takes {@link #withPartitions fewer}. */
    private static final int PARTITIONS = 24;

    public static final Topic RESPONSES = kept("survey.responses.v1", RESPONSES_KEPT, 1);

    /** Twice the source's record: the letter carries the original bytes and why it failed. */
    public static final Topic DEAD_LETTERS = kept("survey.responses.v1.dead-letter", DEAD_LETTERS_KEPT, 2);

    /** Key: the company's id. Compacted: the last word on each company stays. Never a secret. */
    public static final Topic SETTINGS =
            new Topic("company.settings.v1", PARTITIONS, Map.of("cleanup.policy", "compact"));

    public Topic {
        config = Map.copyOf(config);
    }

    public Topic withPartitions(int fewer) {
        return new Topic(name, fewer, config);
    }

    private static Topic kept(String name, Duration retention, int timesARecord) {
        Map<String, String> config = new LinkedHashMap<>();
        config.put("retention.ms", Long.toString(retention.toMillis()));
        config.put("max.message.bytes", Integer.toString(timesARecord * (Limits.RECORD_BYTES + KEY_AND_HEADER_BYTES)));
        // The broker's clock, so that retention and age do not depend on a publisher's.
        config.put("message.timestamp.type", "LogAppendTime");
        return new Topic(name, PARTITIONS, config);
    }
}
