/** What spans must not tell. */
@NullMarked
package com.iterate.survey.tracing;

import org.jspecify.annotations.NullMarked;
