/** Follows a few answers on their way to Braze: those that survey-service chose, and nobody else. */
@NullMarked
package com.iterate.relay.tracing;

import org.jspecify.annotations.NullMarked;
