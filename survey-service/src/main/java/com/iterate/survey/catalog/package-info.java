/** Surveys being written; publishing makes an immutable numbered version, and question and option ids stay for ever. */
@NullMarked
package com.iterate.survey.catalog;

import org.jspecify.annotations.NullMarked;
