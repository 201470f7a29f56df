package com.iterate.survey.catalog;

import com.iterate.survey.braze.AttributeTypes;
import com.iterate.survey.questions.Question;
import com.iterate.survey.questions.Violation;
import com.iterate.webkit.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Takes a survey from draft to live, to closed and back. Runs within the caller's transaction, with the survey locked. */
@ApplicationScoped
class Publishing {

    private final AttributeTypes attributeTypes;
    private final QuestionKinds kinds;
    private final Versions versions;
    private final Changes changes;

    Publishing(AttributeTypes attributeTypes, QuestionKinds kinds, Versions versions, Changes changes) {
        this.attributeTypes = attributeTypes;
        this.kinds = kinds;
        this.versions = versions;
        this.changes = changes;
    }

    /** Repeating it without an edit in between makes no new version. */
    void publish(Survey survey) {
        if (survey.state() == SurveyState.OPEN && !survey.hasUnpublishedChanges()) {
            return;
        }
        List<Question> questions = survey.questions();
        List<Violation> faults = new ArrayList<>();
        if (questions.stream().allMatch(question -> question.answerType().isEmpty())) {
            faults.add(Violation.ofSurvey("The survey asks nothing yet; add a question."));
        }
        survey.design().fault().ifPresent(why -> faults.add(Violation.ofSurvey(why)));
        faults.addAll(kinds.faults(survey.id(), questions));
        faults.addAll(attributeTypes.lock(survey.companyId(), survey.id(), questions, survey.braze()));
        Refused.unlessEmpty(faults, "The survey cannot be published yet");
        survey.publish();
        changes.note(survey);
        kinds.record(survey.id(), questions);
        versions.keep(survey);
    }

    void close(Survey survey) {
        requireLive(survey, "closed");
        survey.close();
        changes.note(survey);
    }

    void reopen(Survey survey) {
        requireLive(survey, "opened again");
        survey.reopen();
        changes.note(survey);
    }

    private static void requireLive(Survey survey, String what) {
        if (!survey.isLive()) {
            throw new Problem(
                    409, "never-published", "Not published yet", "A draft cannot be " + what + "; publish it first.");
        }
    }
}
