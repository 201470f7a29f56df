/** Signing in and out, and the signed session that every service checks. */
@NullMarked
package com.iterate.settings.sessions;

import org.jspecify.annotations.NullMarked;
