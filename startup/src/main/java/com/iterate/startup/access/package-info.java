/** How a service proves itself to Kafka and to its database, and whom it believes: passwords and certificates are files. */
@NullMarked
package com.iterate.startup.access;

import org.jspecify.annotations.NullMarked;
