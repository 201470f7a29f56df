/** The kinds of question: what each may be set to, how it checks an answer, and which type of Braze attribute it gives. */
@NullMarked
package com.iterate.survey.questions;

import org.jspecify.annotations.NullMarked;
