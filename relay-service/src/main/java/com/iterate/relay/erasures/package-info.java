/** Erases a person from all that the relay keeps, and keeps them out of it until Kafka holds nothing of them any more. */
@NullMarked
package com.iterate.relay.erasures;

import org.jspecify.annotations.NullMarked;
