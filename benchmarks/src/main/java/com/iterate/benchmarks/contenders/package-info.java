/** What the relay is measured beside: each a small program that takes the same answers to the same Braze. */
@NullMarked
package com.iterate.benchmarks.contenders;

import org.jspecify.annotations.NullMarked;
