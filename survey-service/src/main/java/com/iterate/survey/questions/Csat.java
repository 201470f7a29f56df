package com.iterate.survey.questions;

import java.util.Optional;

/** How satisfied, 1 to 5. */
public record Csat(String id, String prompt, Optional<String> help, boolean required, Optional<EndLabels> labels)
        implements PointsQuestion {

    static final String TYPE = "csat";

    public Csat {
        Ids.check(id, prompt, help);
    }

    @Override
    public int lowest() {
        return 1;
    }

    @Override
    public int highest() {
        return 5;
    }

    @Override
    public String wireName() {
        return TYPE;
    }
}
