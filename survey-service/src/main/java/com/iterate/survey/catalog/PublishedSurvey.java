package com.iterate.survey.catalog;

import com.iterate.survey.braze.BrazeSettings;
import com.iterate.survey.braze.LinkSignature;
import com.iterate.survey.questions.Question;
import java.util.List;
import java.util.Optional;

/**
 * A survey as respondents meet it: its newest published version, and the settings that act at once.
 *
 * @param linkSignature present when only a signed link says who answers
 */
public record PublishedSurvey(
        String id,
        String companyId,
        int version,
        String title,
        SurveyState state,
        List<Question> questions,
        Design design,
        BrazeSettings braze,
        Optional<LinkSignature> linkSignature) {

    public PublishedSurvey {
        if (state == SurveyState.DRAFT) {
            throw new IllegalArgumentException("a draft is not published");
        }
        questions = List.copyOf(questions);
    }

    public boolean isOpen() {
        return state == SurveyState.OPEN;
    }

    public Optional<Question> question(String questionId) {
        return questions.stream().filter(q -> q.id().equals(questionId)).findFirst();
    }
}
