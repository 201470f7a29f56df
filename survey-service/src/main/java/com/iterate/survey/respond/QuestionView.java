package com.iterate.survey.respond;

import java.util.List;

/**
 * A question as the template draws it.
 *
 * @param kind    which shape: {@code points}, {@code choice}, {@code choices}, {@code ranking}, {@code consent}, {@code date},
 *                {@code line}, {@code lines} or {@code statement}
 * @param look    of points: {@code number}, {@code star} or {@code smiley}
 * @param options to choose from, the "other" one last
 * @param fields  to type into
 * @param low     what the lowest point means; empty text: it is not said
 */
public record QuestionView(
        String id,
        String kind,
        String look,
        String prompt,
        String help,
        boolean required,
        List<Option> options,
        List<Field> fields,
        String low,
        String high) {

    /**
     * @param icon  what a point shows beside its number: a star, or the mouth of a face as an SVG path; empty text: nothing
     * @param words the field for one's own words, of the "other" option only
     */
    public record Option(String value, String label, String icon, boolean chosen, List<Field> words) {}

    /**
     * @param type         of the input
     * @param mode         {@code inputmode}: which keyboard a phone shows
     * @param autocomplete what the browser may fill in by itself
     * @param places       of a ranking: what may be chosen
     */
    public record Field(
            String name,
            String label,
            String value,
            String type,
            String mode,
            String autocomplete,
            int longest,
            List<String> places) {

        static Field text(String name, String label, String value, int longest) {
            return new Field(name, label, value, "text", "text", "off", longest, List.of());
        }

        Field as(String inputType, String keyboard, String filledWith) {
            return new Field(name, label, value, inputType, keyboard, filledWith, longest, places);
        }

        Field outOf(List<String> choices) {
            return new Field(name, label, value, type, mode, autocomplete, longest, choices);
        }
    }

    /** Where the error summary leads: the first thing to fill in. */
    public String anchor() {
        return "a0";
    }
}
