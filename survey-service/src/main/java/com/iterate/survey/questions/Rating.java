package com.iterate.survey.questions;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import java.util.Set;

/**
 * Stars, smileys or numbers from 1.
 *
 * @param highest 3, 4, 5, 6, 7 or 10
 */
public record Rating(
        String id,
        String prompt,
        Optional<String> help,
        boolean required,
        int highest,
        Look look,
        Optional<EndLabels> labels)
        implements PointsQuestion {

    static final String TYPE = "rating";

    /** How a point is drawn. */
    public enum Look {
        @JsonProperty("star")
        STAR,
        @JsonProperty("smiley")
        SMILEY,
        @JsonProperty("number")
        NUMBER
    }

    /** Eight and nine points are no scale that anybody reports on. */
    private static final Set<Integer> SIZES = Set.of(3, 4, 5, 6, 7, 10);

    public Rating {
        Ids.check(id, prompt, help);
        InvalidQuestion.check(SIZES.contains(highest), "highest must be 3, 4, 5, 6, 7 or 10");
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
