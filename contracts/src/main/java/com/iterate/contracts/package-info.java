/** What crosses Kafka: {@code ResponseSubmitted}, its codec, the names and sizes of the topics. No framework, no logic. */
@NullMarked
package com.iterate.contracts;

import org.jspecify.annotations.NullMarked;
