/** A company, its member, its Braze connection and a survey, made through the public APIs as people would. */
@NullMarked
package com.iterate.sandbox.demo;

import org.jspecify.annotations.NullMarked;
