package com.iterate.relay.delivery;

/**
 * A reason for which letters are dead, in words.
 *
 * @param code    as in the API, such as {@code REJECTED}; the place on the page of reasons to which links lead
 * @param title   what happened, in a few words
 * @param meaning what that says about the answer
 * @param todo    what puts it right
 * @param repairs what a replay does afterwards
 */
record ReasonText(String code, String title, String meaning, String todo, String repairs) {

    /** Where it is explained. */
    public String link() {
        return "/delivery/reasons#" + code;
    }
}
