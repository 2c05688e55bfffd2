/** What a JPEG's markers and a decoder's warnings tell of it: whether its pixels are all there, and what they will cost. */
@NullMarked
package org.numberreader.image.jpeg;

import org.jspecify.annotations.NullMarked;
