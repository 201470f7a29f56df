/**
 * A company that cannot be served is skipped in the log and caught up from there later: the log is the parking lot. A gap is
 * remembered before any commit passes it.
 */
@NullMarked
package com.iterate.relay.gaps;

import org.jspecify.annotations.NullMarked;
