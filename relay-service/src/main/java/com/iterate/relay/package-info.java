/** The relay as a process. */
@NullMarked
package com.iterate.relay;

import org.jspecify.annotations.NullMarked;
