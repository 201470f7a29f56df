package com.iterate.survey.publishing;

/** How publishing ended. */
public sealed interface PublishOutcome {

    /** All in-sync replicas have it. Of several events this is the position of the last. */
    record Published(int partition, long offset) implements PublishOutcome {}

    /** Not accepted: it may have landed or not, so it is sent again with the same id. {@code why} is for the log, not for respondents. */
    record NotAcknowledged(String why) implements PublishOutcome {}
}
