package com.iterate.survey.questions;

import java.util.Optional;

/** How likely to recommend, 0 to 10. */
public record Nps(String id, String prompt, Optional<String> help, boolean required, Optional<EndLabels> labels)
        implements PointsQuestion {

    static final String TYPE = "nps";

    public Nps {
        Ids.check(id, prompt, help);
    }

    @Override
    public int lowest() {
        return 0;
    }

    @Override
    public int highest() {
        return 10;
    }

    @Override
    public String wireName() {
        return TYPE;
    }
}
