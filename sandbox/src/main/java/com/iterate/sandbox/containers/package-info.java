/** What the image of this module does in a container: the stand-in, the demo company, or the secrets of an installation. */
@NullMarked
package com.iterate.sandbox.containers;

import org.jspecify.annotations.NullMarked;
