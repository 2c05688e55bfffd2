/** The networks and what they say: of a line's columns, of a digit's frame, of a picture's cells. */
@NullMarked
package org.numberreader.recognition;

import org.jspecify.annotations.NullMarked;
