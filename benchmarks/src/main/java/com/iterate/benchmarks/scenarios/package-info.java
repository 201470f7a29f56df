/** What is measured, one class a scenario. */
@NullMarked
package com.iterate.benchmarks.scenarios;

import org.jspecify.annotations.NullMarked;
