package com.iterate.survey.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.iterate.survey.questions.Question;
import com.iterate.survey.questions.QuestionsJson;
import com.iterate.survey.questions.QuestionsRead;
import com.iterate.survey.questions.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A survey as its author sends it.
 *
 * @param companyId when it is made; absent: the author's own company
 * @param questions read one by one, so that every fault names its question
 * @param revision  when it is edited: the one that the author read
 */
record SurveyRequest(
        Optional<String> companyId,
        Optional<String> title,

        @Schema(type = SchemaType.ARRAY, implementation = Question.class)
        Optional<JsonNode> questions,

        Optional<Design> design,
        Optional<Long> revision) {

    private static final int LONGEST_TITLE = 200;

    /** @throws com.iterate.webkit.Problem 422 with every fault */
    Draft draft() {
        List<Violation> faults = new ArrayList<>();
        String name = title.map(String::strip).orElse("");
        if (name.isEmpty()
                || name.length() > LONGEST_TITLE
                || name.codePoints().anyMatch(SurveyRequest::isUnreadable)) {
            faults.add(Violation.ofSurvey("The title must have 1 to 200 characters on one line."));
        }
        List<Question> read = new ArrayList<>();
        questions.ifPresent(given -> {
            QuestionsRead outcome = QuestionsJson.read(given);
            if (outcome instanceof QuestionsRead.Readable readable) {
                read.addAll(readable.questions());
            } else if (outcome instanceof QuestionsRead.Faulty faulty) {
                faults.addAll(faulty.violations());
            }
        });
        Refused.unlessEmpty(faults, "The survey cannot be saved");
        return new Draft(name, read, design.orElse(Design.PLAIN));
    }

    private static boolean isUnreadable(int c) {
        return Character.isISOControl(c) || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
