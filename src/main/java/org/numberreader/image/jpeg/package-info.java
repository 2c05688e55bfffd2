/** What a JPEG's bytes tell before, or instead of, a decoder of a library: whether its pixels are all there, what they will
 * cost, and their grey at a quarter of the size. */
@NullMarked
package org.numberreader.image.jpeg;

import org.jspecify.annotations.NullMarked;
