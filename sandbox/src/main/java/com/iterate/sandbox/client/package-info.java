/** Speaks to the system from outside: as a program over the API, and as a browser without JavaScript. */
@NullMarked
package com.iterate.sandbox.client;

import org.jspecify.annotations.NullMarked;
