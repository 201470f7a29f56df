package com.iterate.survey.respond;

import com.iterate.survey.braze.BrazeSettings;
import com.iterate.survey.braze.LinkSignature;
import com.iterate.survey.catalog.Design;
import com.iterate.survey.catalog.PublishedSurvey;
import com.iterate.survey.catalog.SurveyState;
import com.iterate.survey.questions.LongText;
import com.iterate.survey.questions.Nps;
import com.iterate.survey.questions.Question;
import com.iterate.survey.questions.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A survey as respondents meet it: an NPS question, why, and a statement. */
public final class APublishedSurvey {

    private static final List<Question> QUESTIONS = List.of(
            new Nps("score", "How likely are you to recommend us?", Optional.empty(), true, Optional.empty()),
            new LongText("why", "Why?", Optional.empty(), false, Optional.empty()),
            new Statement("bye", "That was all.", Optional.empty()));

    private BrazeSettings braze = new BrazeSettings(true, Map.of("why", "reason"), Set.of(), true, true, false);
    private Optional<LinkSignature> signature = Optional.empty();

    private APublishedSurvey() {}

    public static APublishedSurvey aPublishedSurvey() {
        return new APublishedSurvey();
    }

    APublishedSurvey excluding(String questionId) {
        braze = new BrazeSettings(true, Map.of(), Set.of(questionId), true, true, false);
        return this;
    }

    APublishedSurvey takingSignedLinksOnly(String secret) {
        signature = Optional.of(new LinkSignature(List.of(secret)));
        return this;
    }

    public PublishedSurvey build() {
        return new PublishedSurvey(
                "s1", "acme", 3, "After the purchase", SurveyState.OPEN, QUESTIONS, Design.PLAIN, braze, signature);
    }
}
