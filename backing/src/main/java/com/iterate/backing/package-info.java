/** Kafka and PostgreSQL for a service's tests and for the sandbox: inside this JVM, or in containers. */
@NullMarked
package com.iterate.backing;

import org.jspecify.annotations.NullMarked;
