/** The companies of this installation. */
@NullMarked
package com.iterate.settings.companies;

import org.jspecify.annotations.NullMarked;
