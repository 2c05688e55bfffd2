/** Digits and other marks drawn with strokes, in the ways of writing that MNIST lacks. */
@NullMarked
package org.numberreader.training.strokes;

import org.jspecify.annotations.NullMarked;
