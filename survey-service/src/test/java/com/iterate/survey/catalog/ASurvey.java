package com.iterate.survey.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A survey as an author sends it. */
final class ASurvey {

    private final Map<String, Object> body = new LinkedHashMap<>();
    private final List<Map<String, Object>> questions = new ArrayList<>();

    private ASurvey() {
        body.put("title", "After the purchase");
        body.put("questions", questions);
    }

    static ASurvey aSurvey() {
        return new ASurvey();
    }

    ASurvey titled(String title) {
        body.put("title", title);
        return this;
    }

    ASurvey of(String companyId) {
        body.put("companyId", companyId);
        return this;
    }

    ASurvey atRevision(long revision) {
        body.put("revision", revision);
        return this;
    }

    ASurvey asking(String id, String type, String prompt) {
        questions.add(Map.of("id", id, "type", type, "prompt", prompt));
        return this;
    }

    ASurvey asking(Map<String, Object> question) {
        questions.add(question);
        return this;
    }

    ASurvey inColour(String colour) {
        body.put("design", Map.of("brandColour", colour));
        return this;
    }

    Map<String, Object> json() {
        return body;
    }
}
