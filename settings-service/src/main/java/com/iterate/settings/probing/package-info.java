/** Asks Braze about a connection and repeats its answer in words that a marketer understands. */
@NullMarked
package com.iterate.settings.probing;

import org.jspecify.annotations.NullMarked;
