package com.iterate.survey.respond;

import com.iterate.survey.catalog.PublishedSurvey;
import com.iterate.survey.publishing.Pass;
import com.iterate.survey.publishing.PublishOutcome;
import com.iterate.survey.publishing.ResponseTokens;
import com.iterate.survey.publishing.Sequence;
import com.iterate.survey.questions.Checked;
import com.iterate.survey.questions.Form;
import com.iterate.survey.questions.Question;
import com.iterate.survey.respond.RespondentPage.Reader;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** One posted page: checked, published, and on to the next question. */
@Singleton
class AnswerStep {

    private final Submissions submissions;
    private final ResponseTokens tokens;
    private final PageWriter pages;

    AnswerStep(Submissions submissions, ResponseTokens tokens, PageWriter pages) {
        this.submissions = submissions;
        this.tokens = tokens;
        this.pages = pages;
    }

    Response take(PublishedSurvey survey, Pass pass, String token, Question question, Form form, Reader reader) {
        Checked checked = question.check(form);
        if (checked instanceof Checked.Invalid invalid) {
            return pages.refused(survey, token, question, form, invalid.message());
        }
        Optional<Question> next = next(survey, question);
        Optional<CheckedAnswer> answer = answer(pass, question, checked, form, next);
        if (answer.isPresent() && !isPublished(survey, pass, answer.get(), next)) {
            return pages.notNow(survey, token, question, form, reader);
        }
        Pass after = checked instanceof Checked.Valid
                ? pass.withAnswered(question.id())
                : pass.withoutAnswered(question.id());
        String path = PageWriter.path(survey.id(), tokens.seal(after));
        return PageWriter.onTo(
                next.map(following -> path + "?q=" + following.id()).orElse(path + "/thanks"), reader);
    }

    /** Empty: there is nothing to say, for a question was left out that had no answer before. */
    private static Optional<CheckedAnswer> answer(
            Pass pass, Question question, Checked checked, Form form, Optional<Question> next) {
        String shown = form.text(PageWriter.SHOWN);
        if (checked instanceof Checked.Valid valid) {
            return Optional.of(CheckedAnswer.given(question, valid, Sequence.ofPage(shown, valid.value())));
        }
        if (pass.hasAnswered(question.id())) {
            return question.answerType()
                    .map(type -> CheckedAnswer.takenBack(question, type, new Sequence("page:" + shown + ":none")));
        }
        return next.isPresent() ? Optional.empty() : Optional.of(CheckedAnswer.endWithout(question));
    }

    private boolean isPublished(PublishedSurvey survey, Pass pass, CheckedAnswer answer, Optional<Question> next) {
        Ending ending = next.isEmpty() ? Ending.COMPLETED : Ending.MORE_MAY_COME;
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return submissions.publish(AnswerEvents.of(survey, pass, List.of(answer), ending, now))
                instanceof PublishOutcome.Published;
    }

    private static Optional<Question> next(PublishedSurvey survey, Question question) {
        int at = survey.questions().indexOf(question);
        return at + 1 < survey.questions().size()
                ? Optional.of(survey.questions().get(at + 1))
                : Optional.empty();
    }
}
