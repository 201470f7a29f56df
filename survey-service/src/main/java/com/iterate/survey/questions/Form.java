package com.iterate.survey.questions;

import java.util.List;
import java.util.Map;

/** The fields of a posted form. */
public record Form(Map<String, List<String>> fields) {

    /** The field without surrounding blanks; empty when it was not sent. */
    public String text(String name) {
        List<String> values = all(name);
        return values.isEmpty() ? "" : values.get(0).strip();
    }

    /** Every value of a field that may be ticked more than once. */
    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }
}
