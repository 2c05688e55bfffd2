/** From bytes to a grey picture, and back: formats, limits, orientation and polarity; and grey levels as networks take them. */
@NullMarked
package org.numberreader.image;

import org.jspecify.annotations.NullMarked;
