/** The contract, held to its samples, its schema and hostile bytes. */
@NullMarked
package com.iterate.contracts;

import org.jspecify.annotations.NullMarked;
