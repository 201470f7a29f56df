/** What the pages and APIs of all services share: the session, the problem page, the layout. Nothing else. */
@NullMarked
package com.iterate.webkit;

import org.jspecify.annotations.NullMarked;
