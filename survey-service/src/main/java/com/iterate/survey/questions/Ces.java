package com.iterate.survey.questions;

import java.util.Optional;

/**
 * How easy it was, 1 to 5 or 1 to 7.
 *
 * @param highest 5 or 7
 */
public record Ces(
        String id, String prompt, Optional<String> help, boolean required, int highest, Optional<EndLabels> labels)
        implements PointsQuestion {

    static final String TYPE = "ces";

    public Ces {
        Ids.check(id, prompt, help);
        InvalidQuestion.check(highest == 5 || highest == 7, "highest must be 5 or 7");
    }

    @Override
    public int lowest() {
        return 1;
    }

    @Override
    public String wireName() {
        return TYPE;
    }
}
