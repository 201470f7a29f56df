/** Reads the topic of answers back into Postgres, each answer once, and reports: counts, averages, NPS, lists and CSV. */
@NullMarked
package com.iterate.survey.results;

import org.jspecify.annotations.NullMarked;
