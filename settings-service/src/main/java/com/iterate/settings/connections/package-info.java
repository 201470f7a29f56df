/** A company's Braze endpoint and key: checked, encrypted, versioned. */
@NullMarked
package com.iterate.settings.connections;

import org.jspecify.annotations.NullMarked;
