package com.iterate.survey.questions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Questions as JSON: strict about what an author sends, lenient about what another version of this service stored. */
public final class QuestionsJson {

    /** A survey of more is not answered to its end; it also bounds what every instance keeps in memory. */
    private static final int MOST_QUESTIONS = 100;

    /** 48 bits: unique within a survey for certain enough, and short in a URL. */
    private static final int MINTED = 8;

    private static final TypeReference<List<Question>> QUESTIONS = new TypeReference<>() {};

    private static final JsonMapper STRICT = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .withCoercionConfig(
                    LogicalType.Textual, text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private static final JsonMapper STORED = STRICT.rebuild()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private QuestionsJson() {}

    /** Reads questions from an author; an absent id of a question or an option is minted. All faults are named at once. */
    public static QuestionsRead read(JsonNode given) {
        if (!given.isArray()) {
            return new QuestionsRead.Faulty(List.of(Violation.ofSurvey("questions must be a list")));
        }
        if (given.size() > MOST_QUESTIONS) {
            return new QuestionsRead.Faulty(
                    List.of(Violation.ofSurvey("a survey has at most " + MOST_QUESTIONS + " questions")));
        }
        List<Question> questions = new ArrayList<>();
        List<Violation> faults = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int position = 0; position < given.size(); position++) {
            JsonNode node = given.get(position);
            try {
                Question question = readOne(node);
                InvalidQuestion.check(ids.add(question.id()), "two questions have the id '" + question.id() + "'");
                questions.add(question);
            } catch (InvalidQuestion fault) {
                faults.add(violation(node, position, fault.words()));
            }
        }
        return faults.isEmpty() ? new QuestionsRead.Readable(questions) : new QuestionsRead.Faulty(faults);
    }

    public static List<Question> stored(String json) {
        try {
            return List.copyOf(STORED.readValue(json, QUESTIONS));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("stored questions cannot be read: " + QuestionFault.words(unreadable));
        }
    }

    public static String write(List<Question> questions) {
        try {
            return STORED.writerFor(QUESTIONS).writeValueAsString(questions);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("questions cannot be written", impossible);
        }
    }

    private static Question readOne(JsonNode node) {
        InvalidQuestion.check(node.isObject(), QuestionFault.NO_OBJECT);
        InvalidQuestion.check(isReadable(node), "a text has control characters in it");
        try {
            return STRICT.treeToValue(withIds(node), Question.class);
        } catch (JsonProcessingException unreadable) {
            throw new InvalidQuestion(QuestionFault.words(unreadable));
        }
    }

    private static Violation violation(JsonNode node, int position, String words) {
        JsonNode id = node.path("id");
        return id.isTextual()
                ? Violation.of(id.textValue(), words)
                : Violation.ofSurvey("Question " + (position + 1) + ": " + words);
    }

    private static boolean isReadable(JsonNode node) {
        if (node.isTextual()) {
            return TextQuestion.isReadable(node.textValue());
        }
        for (JsonNode child : node) {
            if (!isReadable(child)) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode withIds(JsonNode given) {
        JsonNode question = given.deepCopy();
        mintId(question);
        question.path("choices").forEach(QuestionsJson::mintId);
        return question;
    }

    private static void mintId(JsonNode node) {
        if (node instanceof ObjectNode object
                && (!object.has("id") || object.get("id").isNull())) {
            object.put("id", Ids.mint(MINTED));
        }
    }
}
