/** Reading: the one place that knows the order of the steps, from text lines to numbers. */
@NullMarked
package org.numberreader.decoding;

import org.jspecify.annotations.NullMarked;
