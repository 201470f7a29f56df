/** Asks relay-service, for the member who asks us and with that member's session. Whatever it needs, results are there without it. */
@NullMarked
package com.iterate.survey.relay;

import org.jspecify.annotations.NullMarked;
