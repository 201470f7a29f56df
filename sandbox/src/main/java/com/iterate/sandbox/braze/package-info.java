/** A Braze that obeys a script: validates {@code POST /users/track} as Braze does, keeps profiles, fails on request. */
@NullMarked
package com.iterate.sandbox.braze;

import org.jspecify.annotations.NullMarked;
