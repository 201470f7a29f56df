/** The page on which people see how their company's answers are doing. */
@NullMarked
package com.iterate.relay.delivery;

import org.jspecify.annotations.NullMarked;
