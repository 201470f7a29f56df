/** The program behind {@code ./benchmarks/run}: every performance claim, measured on the machine where it runs. */
@NullMarked
package com.iterate.benchmarks;

import org.jspecify.annotations.NullMarked;
