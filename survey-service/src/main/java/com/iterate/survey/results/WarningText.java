package com.iterate.survey.results;

/** What a warning means, and what to do. */
final class WarningText {

    private WarningText() {}

    static String of(String fault) {
        return switch (fault) {
            case "id-not-rendered" ->
                "Links were opened in which the person's id is missing or still reads {{${braze_id}}}. Their answers are kept"
                        + " as anonymous. Paste the link into a Braze message, which fills the id in when it is sent.";
            case "bad-signature" ->
                "Links were opened whose signature does not fit the person. Their answers are kept as anonymous. Copy the link"
                        + " again from Send survey; if nobody changed it, somebody may be trying other people's ids.";
            default -> "Links were opened that do not say who answers.";
        };
    }
}
