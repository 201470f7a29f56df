package com.iterate.survey.respond;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of the public API.
 *
 * @param response   the token from an earlier answer: these answers belong to the same response
 * @param respondent who answers; with a token it may be left out, and must not be another
 * @param completed  whether the last of these answers ends the response
 */
record Submission(
        Optional<String> response,
        Optional<Person> respondent,
        Optional<List<GivenAnswer>> answers,
        Optional<Boolean> completed) {

    /**
     * One of the two ids.
     *
     * @param signature the one of the signed link, for a survey that demands it
     */
    record Person(Optional<String> brazeId, Optional<String> externalId, Optional<String> signature) {}

    /**
     * @param value as the kind of question wants it; JSON's null takes an earlier answer back; Java's: it was left out. Not an
     *              Optional, in which Jackson makes both the same
     * @param seq   counts the answers to one question; without it the same value again is the same answer
     */
    record GivenAnswer(
            Optional<String> questionId, @Nullable JsonNode value, Optional<Long> seq) {}

    /** What the caller keeps for the next answer. */
    record Receipt(String responseId, String response) {}
}
