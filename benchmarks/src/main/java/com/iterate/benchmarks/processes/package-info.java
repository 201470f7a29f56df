/** Everything runs in a process of its own, so that each one's CPU and memory can be told apart. */
@NullMarked
package com.iterate.benchmarks.processes;

import org.jspecify.annotations.NullMarked;
