/** What was sent to Braze of a dead letter, when, and what came of it: derived from what is kept anyway, nothing is stored for it. */
@NullMarked
package com.iterate.relay.attempts;

import org.jspecify.annotations.NullMarked;
