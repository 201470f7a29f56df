/** Publishes recorded answers once more, for an admin who wants Braze to get them again. */
@NullMarked
package com.iterate.survey.resending;

import org.jspecify.annotations.NullMarked;
