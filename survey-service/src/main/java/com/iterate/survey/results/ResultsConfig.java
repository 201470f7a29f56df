package com.iterate.survey.results;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How answers are read back. */
@ConfigMapping(prefix = "survey.results")
public interface ResultsConfig {

    @WithDefault("${KAFKA_BOOTSTRAP_SERVERS}")
    String bootstrapServers();

    /** The consumer group. A new name reads the whole topic again, which changes nothing: every write is idempotent. */
    @WithDefault("survey-service-results")
    String group();

    /** One transaction: large enough that Postgres' commit costs little for each, small enough to repeat without notice. */
    @WithDefault("500")
    int recordsPerBatch();

    /** First pause after a failed write or a lost broker; doubled each time, less up to half at random. */
    @WithDefault("500ms")
    Duration firstPause();

    /** Far below {@code max.poll.interval.ms} (five minutes), so that waiting never costs us our partitions. */
    @WithDefault("30s")
    Duration longestPause();

    /** Shutdown waits this long for the batch in hand; a batch that does not make it is read again. */
    @WithDefault("5s")
    Duration stopTimeout();

    /** Responses on one page of the API at most. With a hundred questions each that is some megabytes of JSON. */
    @WithDefault("200")
    int mostPerPage();
}
