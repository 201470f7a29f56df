package com.iterate.survey.questions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.stream.Collectors;

/** What is wrong with a question's JSON, in words without Java in them. */
final class QuestionFault {

    static final String NO_OBJECT = "a question must be a JSON object with type and prompt";

    private QuestionFault() {}

    static String words(JsonProcessingException unreadable) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidQuestion ours) {
                return ours.words();
            }
        }
        if (unreadable instanceof InvalidTypeIdException) {
            return "type must be one of nps, csat, ces, rating, scale, number, yes_no, consent, single_choice,"
                    + " multiple_choice, ranking, short_text, long_text, email, phone, url, date, statement";
        }
        if (unreadable instanceof UnrecognizedPropertyException unknown) {
            return "'" + unknown.getPropertyName() + "' is not a setting of this type of question";
        }
        if (unreadable instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return "'" + mapping.getPath().stream().map(QuestionFault::step).collect(Collectors.joining("."))
                    + "' is missing or not of the kind that this setting takes";
        }
        return NO_OBJECT;
    }

    private static String step(JsonMappingException.Reference reference) {
        String field = reference.getFieldName();
        return field == null ? Integer.toString(reference.getIndex() + 1) : field;
    }
}
