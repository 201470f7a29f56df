package com.iterate.survey.questions;

import java.util.List;

/** What came of reading an author's questions. */
public sealed interface QuestionsRead {

    record Readable(List<Question> questions) implements QuestionsRead {
        public Readable {
            questions = List.copyOf(questions);
        }
    }

    record Faulty(List<Violation> violations) implements QuestionsRead {
        public Faulty {
            violations = List.copyOf(violations);
        }
    }
}
