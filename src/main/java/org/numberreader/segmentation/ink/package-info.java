/** From grey to ink: the paper divided out, and how dark a stroke is on it. */
@NullMarked
package org.numberreader.segmentation.ink;

import org.jspecify.annotations.NullMarked;
