/** How plain JDBC is used here: transactions on bounded threads, away from the lanes' loop. */
@NullMarked
package com.iterate.relay.postgres;

import org.jspecify.annotations.NullMarked;
