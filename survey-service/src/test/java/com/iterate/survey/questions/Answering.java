package com.iterate.survey.questions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.iterate.contracts.AnswerValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The vocabulary of the question tests: an answer goes in, a verdict comes out. */
final class Answering {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Checked checked;

    private Answering(Checked checked) {
        this.checked = checked;
    }

    static Answering json(Question question, String given) {
        try {
            return new Answering(question.check(given.isEmpty() ? JSON.missingNode() : tree(given)));
        } catch (JsonProcessingException typo) {
            throw new IllegalArgumentException(typo);
        }
    }

    private static JsonNode tree(String given) throws JsonProcessingException {
        return JSON.readTree(given);
    }

    /** Fields as {@code name=value}; a name may come twice. */
    static Answering form(Question question, String... fields) {
        Map<String, List<String>> form = new LinkedHashMap<>();
        for (String field : fields) {
            String[] parts = field.split("=", 2);
            form.merge(parts[0], List.of(parts[1]), (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream())
                    .toList());
        }
        return new Answering(question.check(new Form(form)));
    }

    void isNumber(String expected) {
        isValue(new AnswerValue.Number(new BigDecimal(expected)));
    }

    void isText(String expected) {
        isValue(new AnswerValue.Text(expected));
    }

    void isChoices(String... expected) {
        isValue(new AnswerValue.Choices(Arrays.asList(expected)));
    }

    void isValue(AnswerValue expected) {
        assertThat(checked).isInstanceOf(Checked.Valid.class);
        assertThat(((Checked.Valid) checked).value()).isEqualTo(expected);
    }

    Answering reads(String label) {
        assertThat(((Checked.Valid) checked).label()).isEqualTo(label);
        return this;
    }

    void isRefusedWith(String message) {
        assertThat(checked).isEqualTo(new Checked.Invalid(message));
    }

    void isRefused() {
        assertThat(checked).isInstanceOf(Checked.Invalid.class);
    }

    void isNoAnswer() {
        assertThat(checked).isEqualTo(new Checked.Unanswered());
    }
}
