package com.iterate.survey.results;

import com.iterate.contracts.Respondent;
import com.iterate.survey.results.RecordedAnswer.Key;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Folds a batch: of a question's answers the newest stays, in whatever order and however often they were read. */
final class NewestAnswers {

    /**
     * What the answers of a batch say of one response.
     *
     * @param completed when the event came that ends the pass
     */
    record ResponseSummary(
            RecordedAnswer.Key key,
            Respondent respondent,
            int surveyVersion,
            Instant started,
            Optional<Instant> completed) {

        ResponseSummary with(ResponseSummary other) {
            return new ResponseSummary(
                    key,
                    respondent,
                    Math.max(surveyVersion, other.surveyVersion),
                    started.isBefore(other.started) ? started : other.started,
                    earliest(completed, other.completed));
        }

        private static Optional<Instant> earliest(Optional<Instant> one, Optional<Instant> other) {
            return one.isPresent() && other.isPresent()
                    ? Optional.of(one.get().isBefore(other.get()) ? one.get() : other.get())
                    : one.or(() -> other);
        }
    }

    private final Map<Key, RecordedAnswer> answers = new LinkedHashMap<>();
    private final Map<Key, ResponseSummary> responses = new LinkedHashMap<>();

    static NewestAnswers of(List<RecordedAnswer> read) {
        NewestAnswers newest = new NewestAnswers();
        read.forEach(newest::add);
        return newest;
    }

    private void add(RecordedAnswer read) {
        answers.merge(read.key(), read, (held, other) -> other.isNewerThan(held) ? other : held);
        Key response = new Key(
                read.event().companyId(), read.event().surveyId(), read.event().responseId(), "");
        Instant at = read.event().submittedAt();
        responses.merge(
                response,
                new ResponseSummary(
                        response,
                        read.event().respondent(),
                        read.event().surveyVersion(),
                        at,
                        read.event().completed() ? Optional.of(at) : Optional.empty()),
                ResponseSummary::with);
    }

    Collection<RecordedAnswer> answers() {
        return answers.values();
    }

    Collection<ResponseSummary> responses() {
        return responses.values();
    }
}
