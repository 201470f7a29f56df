/** Who did what with dead letters, and when: written in the same transaction as the act, and only ever added to. */
@NullMarked
package com.iterate.relay.audit;

import org.jspecify.annotations.NullMarked;
