/** Who may sign in, for which company, with which role. */
@NullMarked
package com.iterate.settings.members;

import org.jspecify.annotations.NullMarked;
