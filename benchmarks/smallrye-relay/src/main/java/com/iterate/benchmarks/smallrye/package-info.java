/** A relay as the Quarkus guides for Kafka and for the REST client would have it written. */
@NullMarked
package com.iterate.benchmarks.smallrye;

import org.jspecify.annotations.NullMarked;
