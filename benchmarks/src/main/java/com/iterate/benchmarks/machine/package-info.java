/** What Linux says about this machine and about processes on it. */
@NullMarked
package com.iterate.benchmarks.machine;

import org.jspecify.annotations.NullMarked;
