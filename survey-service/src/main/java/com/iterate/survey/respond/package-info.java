/** Asks and takes answers: the public API and the respondent's pages, checked against the published survey, sent at once. */
@NullMarked
package com.iterate.survey.respond;

import org.jspecify.annotations.NullMarked;
