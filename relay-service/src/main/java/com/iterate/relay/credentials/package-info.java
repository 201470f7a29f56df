/** The company's Braze connection: asked of settings-service, cached, last-known-good while that is unreachable. */
@NullMarked
package com.iterate.relay.credentials;

import org.jspecify.annotations.NullMarked;
