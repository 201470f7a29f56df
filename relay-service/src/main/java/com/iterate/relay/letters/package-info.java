/** Dead letters as an operator works with them: found, counted, looked at, exported, discarded; and what became of each. */
@NullMarked
package com.iterate.relay.letters;

import org.jspecify.annotations.NullMarked;
