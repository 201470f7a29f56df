/** A lean and fast Braze, and the settings-service that leads the relay to it: cheap enough not to be what is measured. */
@NullMarked
package com.iterate.benchmarks.standin;

import org.jspecify.annotations.NullMarked;
