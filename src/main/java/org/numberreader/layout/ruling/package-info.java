/** Ruled lines of a picture and the grids that they make. */
@NullMarked
package org.numberreader.layout.ruling;

import org.jspecify.annotations.NullMarked;
