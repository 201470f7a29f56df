/** The one adapter to Braze: a batch goes out, an outcome for every object in it comes back. */
@NullMarked
package com.iterate.relay.braze;

import org.jspecify.annotations.NullMarked;
