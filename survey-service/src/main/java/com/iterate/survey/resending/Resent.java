package com.iterate.survey.resending;

import java.util.List;

/**
 * What was published once more.
 *
 * @param resent  questions whose answers were
 * @param skipped those whose answers were not
 */
record Resent(List<String> resent, List<Skipped> skipped) {

    /** @param why {@code not-for-braze}, or {@code superseded}: the person has a newer answer to the same attribute */
    record Skipped(String questionId, String why) {}
}
