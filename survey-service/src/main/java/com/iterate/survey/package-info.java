/** The survey service as a process. */
@NullMarked
package com.iterate.survey;

import org.jspecify.annotations.NullMarked;
