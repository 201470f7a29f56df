/**
 * Who was erased: a list of keyed hashes that each service keeps in its own database and looks at before it stores or sends
 * anything, until Kafka holds nothing of these people any more.
 */
@NullMarked
package com.iterate.erasures;

import org.jspecify.annotations.NullMarked;
