package com.iterate.survey.respond;

import java.util.Locale;

/** Why a link that should say who answers does not. The answers are recorded as anonymous, and the survey shows a warning. */
public enum LinkFault {
    /** Liquid was not rendered, or rendered to nothing: {@code {{${braze_id}}}} in clear, an empty id, or what can be no id. */
    ID_NOT_RENDERED,
    /** The survey takes signed links only, and this one is not signed for this person. */
    BAD_SIGNATURE;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
