/** What could not be delivered, and why: written to the dead-letter topic before the answer counts as done. */
@NullMarked
package com.iterate.relay.deadletters;

import org.jspecify.annotations.NullMarked;
