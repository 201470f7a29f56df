/** Send survey › Integrations › Braze: the switch, the attribute names and their rules, the link and its signature. */
@NullMarked
package com.iterate.survey.braze;

import org.jspecify.annotations.NullMarked;
