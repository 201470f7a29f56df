/** Figures as a table, as JSON and as pictures. Nothing is written that a run did not print. */
@NullMarked
package com.iterate.benchmarks.report;

import org.jspecify.annotations.NullMarked;
