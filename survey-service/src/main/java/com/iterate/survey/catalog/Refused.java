package com.iterate.survey.catalog;

import com.iterate.survey.questions.Violation;
import com.iterate.webkit.Problem;
import java.util.List;

/** The ways in which the catalogue says no. Each ends the transaction without a trace. */
final class Refused {

    private Refused() {}

    static void unlessEmpty(List<Violation> violations, String title) {
        if (!violations.isEmpty()) {
            throw because(violations, title);
        }
    }

    static Problem because(List<Violation> violations, String title) {
        return new Problem(
                        422,
                        "violations",
                        title,
                        violations.size() == 1
                                ? violations.get(0).message()
                                : "There are " + violations.size() + " faults; violations says what to change.")
                .with("violations", violations);
    }

    static void unlessCurrent(long read, long current, String changedBy) {
        if (read != current) {
            throw new Problem(
                            409,
                            "changed-meanwhile",
                            "Somebody else has changed this meanwhile",
                            "It was changed by " + changedBy
                                    + " after you read it. Read it again and repeat your change.")
                    .with("revision", current);
        }
    }
}
