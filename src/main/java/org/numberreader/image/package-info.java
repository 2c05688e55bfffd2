/** From bytes to a grey picture, and back: formats, limits, orientation and polarity. */
@NullMarked
package org.numberreader.image;

import org.jspecify.annotations.NullMarked;
