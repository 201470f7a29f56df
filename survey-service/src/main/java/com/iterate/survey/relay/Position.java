package com.iterate.survey.relay;

/** Where a record lies in the topic of answers. */
public record Position(int partition, long offset) {}
