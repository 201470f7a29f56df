package com.iterate.survey.results;

/** Where a record lies in the topic of answers. */
record Position(int partition, long offset) {}
