/** HTTP calls that end: bounded time, bounded body, no redirects. */
@NullMarked
package com.iterate.settings.outgoing;

import org.jspecify.annotations.NullMarked;
