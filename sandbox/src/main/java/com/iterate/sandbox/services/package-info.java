/** The three services as child processes, with the jars that production runs. */
@NullMarked
package com.iterate.sandbox.services;

import org.jspecify.annotations.NullMarked;
