/** Every secret that the services need, made on first use and kept in files that only their owner reads. */
@NullMarked
package com.iterate.sandbox.secrets;

import org.jspecify.annotations.NullMarked;
