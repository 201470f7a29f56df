/** Hands a company's connection to the relay, and to nobody else. */
@NullMarked
package com.iterate.settings.credentials;

import org.jspecify.annotations.NullMarked;
