/** settings-service: companies, their members and their Braze connections. */
@NullMarked
package com.iterate.settings;

import org.jspecify.annotations.NullMarked;
