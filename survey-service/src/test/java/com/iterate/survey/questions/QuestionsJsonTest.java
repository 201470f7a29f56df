package com.iterate.survey.questions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.iterate.contracts.AnswerType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionsJsonTest {

    private static final String ONE_OF_EACH = """
            [{"id":"q1","type":"nps","prompt":"p","required":true,"labels":{"low":"Never","high":"Gladly"}},
             {"id":"q2","type":"csat","prompt":"p"},
             {"id":"q3","type":"ces","prompt":"p","highest":7},
             {"id":"q4","type":"rating","prompt":"p","highest":5,"look":"star"},
             {"id":"q5","type":"scale","prompt":"p","min":0,"max":1,"step":0.1},
             {"id":"q6","type":"number","prompt":"p","min":0,"max":120,"decimals":0},
             {"id":"q7","type":"yes_no","prompt":"p"},
             {"id":"q8","type":"consent","prompt":"p","statement":"I agree"},
             {"id":"q9","type":"single_choice","prompt":"p","choices":[{"label":"A"},{"id":"b","label":"B","value":"bee"}],"other":"Else"},
             {"id":"q10","type":"multiple_choice","prompt":"p","choices":[{"id":"a","label":"A"},{"id":"b","label":"B"}],"minSelections":1,"maxSelections":2,"exclusive":"b"},
             {"id":"q11","type":"ranking","prompt":"p","choices":[{"label":"A"},{"label":"B"}],"rankAll":true},
             {"id":"q12","type":"short_text","prompt":"p","longest":40},
             {"id":"q13","type":"long_text","prompt":"p"},
             {"id":"q14","type":"email","prompt":"p"},
             {"id":"q15","type":"phone","prompt":"p"},
             {"id":"q16","type":"url","prompt":"p"},
             {"id":"q17","type":"date","prompt":"p","earliest":"2026-01-01"},
             {"id":"q18","type":"statement","prompt":"p","help":"Nearly done"}]
            """;

    @Test
    void what_is_stored_is_read_back_the_same() {
        // given
        List<Question> questions = readable(ONE_OF_EACH);
        // when
        List<Question> again = QuestionsJson.stored(QuestionsJson.write(questions));
        // then
        assertThat(again).hasSize(18).isEqualTo(questions);
    }

    @Test
    void every_kind_is_written_under_the_name_that_it_is_read_by() {
        String written = QuestionsJson.write(readable(ONE_OF_EACH));

        assertThat(readable(ONE_OF_EACH)).allSatisfy(question -> assertThat(written)
                .contains("\"type\":\"" + question.wireName() + "\",\"id\":\"" + question.id() + "\""));
    }

    @ParameterizedTest
    @CsvSource({
        "q1,NUMBER",
        "q5,NUMBER",
        "q6,NUMBER",
        "q7,BOOLEAN",
        "q8,BOOLEAN",
        "q9,TEXT",
        "q10,CHOICES",
        "q11,CHOICES",
        "q12,TEXT",
        "q13,TEXT",
        "q17,DATE"
    })
    void a_kind_gives_one_type_of_attribute(String id, AnswerType type) {
        assertThat(readable(ONE_OF_EACH))
                .filteredOn(question -> question.id().equals(id))
                .singleElement()
                .extracting(Question::answerType)
                .isEqualTo(Optional.of(type));
    }

    @Test
    void absent_ids_are_given_to_questions_and_options() {
        // when
        List<Question> questions = readable("""
                [{"type":"single_choice","prompt":"p","choices":[{"label":"A"},{"id":null,"label":"B"}]},
                 {"type":"nps","prompt":"p"}]""");
        // then
        SingleChoice choice = (SingleChoice) questions.get(0);
        assertThat(choice.id())
                .matches("[A-Za-z0-9]{8}")
                .isNotEqualTo(questions.get(1).id());
        assertThat(choice.choices())
                .allSatisfy(option -> assertThat(option.id()).matches("[A-Za-z0-9]{8}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "ä",
                "a.b",
                "sig",
                "user",
                "user_braze_id",
                "response_x",
                "other",
                "x1234567890123456789012345678901234567890"
            })
    void an_id_that_means_something_in_a_link_is_refused(String id) {
        assertThat(faults("[{\"id\":\"" + id + "\",\"type\":\"nps\",\"prompt\":\"p\"}]"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":\"nps\"}|'prompt' is missing",
                "{\"type\":\"nps\",\"prompt\":5}|'prompt' is missing or not of the kind",
                "{\"type\":\"nps\",\"prompt\":\" \"}|the prompt is empty",
                "{\"type\":\"bogus\",\"prompt\":\"p\"}|type must be one of nps, csat",
                "{\"prompt\":\"p\"}|type must be one of nps, csat",
                "{\"type\":\"nps\",\"prompt\":\"p\",\"helpp\":\"x\"}|'helpp' is not a setting",
                "{\"type\":\"rating\",\"prompt\":\"p\",\"highest\":8,\"look\":\"star\"}|highest must be 3, 4, 5, 6, 7 or 10",
                "{\"type\":\"rating\",\"prompt\":\"p\",\"highest\":5,\"look\":\"heart\"}|'look' is missing or not",
                "{\"type\":\"ces\",\"prompt\":\"p\"}|highest must be 5 or 7",
                "{\"type\":\"ces\",\"prompt\":\"p\",\"highest\":5.5}|'highest' is missing or not",
                "{\"type\":\"scale\",\"prompt\":\"p\",\"min\":0,\"max\":10,\"step\":3}|step must divide",
                "{\"type\":\"scale\",\"prompt\":\"p\",\"min\":0,\"max\":1e300,\"step\":1}|max must have at most 15 digits",
                "{\"type\":\"single_choice\",\"prompt\":\"p\"}|'choices' is missing",
                "{\"type\":\"single_choice\",\"prompt\":\"p\",\"choices\":[{\"label\":\"A\"}]}|at least 2 options",
                "{\"type\":\"single_choice\",\"prompt\":\"p\",\"choices\":[{\"label\":\"A\"},null]}|an option is missing",
                "{\"type\":\"nps\",\"prompt\":\"a\\u0000b\"}|control characters",
                "[]|must be a JSON object",
                "5|must be a JSON object"
            })
    void a_fault_is_told_in_words(String question, String words) {
        assertThat(faults("[" + question + "]")).singleElement().satisfies(fault -> assertThat(fault.message())
                .contains(words)
                .doesNotContain("com.iterate")
                .doesNotContain("java."));
    }

    @Test
    void all_faults_are_told_at_once_and_name_their_questions() {
        assertThat(faults("""
                [{"id":"q1","type":"nps"},{"id":"q2","type":"nps","prompt":"p"},{"id":"q2","type":"nps","prompt":"p"}]""")).extracting(Violation::questionId).containsExactly(Optional.of("q1"), Optional.of("q2"));
    }

    @Test
    void what_a_newer_instance_stored_is_still_read() {
        assertThat(QuestionsJson.stored("[{\"type\":\"nps\",\"id\":\"q1\",\"prompt\":\"p\",\"future\":1}]"))
                .hasSize(1);
    }

    private static List<Question> readable(String json) {
        return ((QuestionsRead.Readable) read(json)).questions();
    }

    private static List<Violation> faults(String json) {
        return ((QuestionsRead.Faulty) read(json)).violations();
    }

    private static QuestionsRead read(String json) {
        try {
            return QuestionsJson.read(new ObjectMapper().readTree(json));
        } catch (JsonProcessingException typo) {
            throw new IllegalArgumentException(typo);
        }
    }
}
