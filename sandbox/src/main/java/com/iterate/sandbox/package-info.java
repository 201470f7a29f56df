/** The whole system on this machine: what {@code ./quickstart} starts, says and checks. */
@NullMarked
package com.iterate.sandbox;

import org.jspecify.annotations.NullMarked;
