/** Reading: the one place that knows the order of the steps, from a picture to its numbers. */
@NullMarked
package org.numberreader.decoding;

import org.jspecify.annotations.NullMarked;
