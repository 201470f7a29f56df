/** The answers that are sent: as many as wanted, each known by its number. */
@NullMarked
package com.iterate.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
