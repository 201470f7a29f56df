/** Tells every relay that a company's connection has changed, as surely as the change itself. */
@NullMarked
package com.iterate.settings.announcements;

import org.jspecify.annotations.NullMarked;
