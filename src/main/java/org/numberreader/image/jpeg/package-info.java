/** What a JPEG's bytes tell before, or instead of, a decoding: whether its pixels are all there, and what they will cost. */
@NullMarked
package org.numberreader.image.jpeg;

import org.jspecify.annotations.NullMarked;
