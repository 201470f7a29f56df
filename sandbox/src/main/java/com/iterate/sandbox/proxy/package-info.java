/** One origin: leads each path to the service that owns it, as an ingress does in a cluster. */
@NullMarked
package com.iterate.sandbox.proxy;

import org.jspecify.annotations.NullMarked;
