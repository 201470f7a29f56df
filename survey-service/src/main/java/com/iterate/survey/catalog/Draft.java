package com.iterate.survey.catalog;

import com.iterate.survey.questions.Question;
import java.util.List;

/** What an author writes and a version keeps. */
record Draft(String title, List<Question> questions, Design design) {

    Draft {
        questions = List.copyOf(questions);
    }
}
