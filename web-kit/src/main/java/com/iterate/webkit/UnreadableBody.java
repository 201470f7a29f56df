package com.iterate.webkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.stream.Collectors;

/** What is wrong with a JSON body, in words that hold neither Java names nor the body's content. */
final class UnreadableBody {

    private UnreadableBody() {}

    static Problem problem(JsonProcessingException unreadable) {
        if (unreadable.getCause() instanceof Problem ours) {
            return ours;
        }
        if (unreadable instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            String at = mapping.getPath().stream().map(UnreadableBody::step).collect(Collectors.joining());
            return invalid(words(mapping)).with("at", at);
        }
        return unreadable instanceof JsonMappingException
                ? invalid("The body is not the JSON object that this address expects.")
                : invalid("The body is not well-formed JSON.");
    }

    private static String words(JsonMappingException mapping) {
        if (mapping instanceof UnrecognizedPropertyException) {
            return "The body has a field that this address does not know; at says which.";
        }
        if (mapping instanceof InvalidFormatException) {
            return "A value of the body is not one that this field takes; at says which field.";
        }
        return "A part of the body has the wrong shape; at says which.";
    }

    private static Problem invalid(String detail) {
        return new Problem(400, "invalid-body", "The body cannot be read", detail);
    }

    private static String step(JsonMappingException.Reference reference) {
        return "/"
                + (reference.getFieldName() == null
                        ? Integer.toString(reference.getIndex())
                        : reference.getFieldName());
    }
}
