package com.iterate.survey.braze;

import com.iterate.contracts.AnswerType;

/** A question wants to write this attribute with values of this type. */
record AttributeClaim(String questionId, String name, AnswerType type) {}
