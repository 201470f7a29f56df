package com.iterate.relay.intake;

import com.iterate.contracts.Decoded;
import org.jspecify.annotations.Nullable;

/**
 * A record's value, read.
 *
 * @param bytes as they came, for a dead letter
 */
@SuppressWarnings("ArrayRecordComponent") // Kafka's bytes, handed on untouched; never compared.
record Received(byte @Nullable [] bytes, Decoded decoded) {}
