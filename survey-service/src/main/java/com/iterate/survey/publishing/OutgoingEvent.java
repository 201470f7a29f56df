package com.iterate.survey.publishing;

import com.iterate.contracts.ResponseSubmitted;
import java.util.UUID;

/** @param id the idempotency key: a repeat of the same answer carries the same one */
public record OutgoingEvent(UUID id, ResponseSubmitted event) {}
