/** Looks at the configuration before the framework does, and stops the start with one sentence that says what to change. */
@NullMarked
package com.iterate.startup;

import org.jspecify.annotations.NullMarked;
