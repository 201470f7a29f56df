/** Erases a person: responses and answers go, the projector brings none back, and the relay is told. */
@NullMarked
package com.iterate.survey.erasures;

import org.jspecify.annotations.NullMarked;
