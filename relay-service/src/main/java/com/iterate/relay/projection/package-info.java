/** Reads the topic of dead letters into the tables of package letters, each letter once; again from its beginning if asked to. */
@NullMarked
package com.iterate.relay.projection;

import org.jspecify.annotations.NullMarked;
