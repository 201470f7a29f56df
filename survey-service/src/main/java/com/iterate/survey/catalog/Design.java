package com.iterate.survey.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a survey looks.
 *
 * @param brandColour of buttons and marks, as {@code #rrggbb}; absent: ours
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Design(Optional<String> brandColour) {

    public static final Design PLAIN = new Design(Optional.empty());

    private static final String OURS = "#1d4ed8";

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    /** WCAG 2.2, 1.4.3: the white text on a button, and a link in this colour on the white page. */
    private static final double LEAST_CONTRAST = 4.5;

    public Design {
        if (brandColour.isPresent() && !COLOUR.matcher(brandColour.get()).matches()) {
            throw new IllegalArgumentException("brandColour must be written like #1d4ed8");
        }
    }

    public String colour() {
        return brandColour.orElse(OURS);
    }

    /** Why not everybody could read it. */
    Optional<String> fault() {
        double contrast = 1.05 / (luminance(colour()) + 0.05);
        return contrast >= LEAST_CONTRAST
                ? Optional.empty()
                : Optional.of(String.format(
                        java.util.Locale.ROOT,
                        "White text on the brand colour %s has a contrast of %.1f to 1, and 4.5 is needed to be read by"
                                + " everybody; choose a darker colour",
                        colour(),
                        Math.floor(contrast * 10) / 10));
    }

    /** WCAG's relative luminance. */
    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int from) {
        double share = Integer.parseInt(colour, from, from + 2, 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
