/** The textbook method: blur, adaptive threshold, contours, normalized digits, and the network {@code base}. */
@NullMarked
package org.numberreader.classical;

import org.jspecify.annotations.NullMarked;
