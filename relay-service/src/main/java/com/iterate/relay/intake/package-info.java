/** Kafka ends here: bytes become events, bounded in number and size; offsets are committed once their answers are settled. */
@NullMarked
package com.iterate.relay.intake;

import org.jspecify.annotations.NullMarked;
