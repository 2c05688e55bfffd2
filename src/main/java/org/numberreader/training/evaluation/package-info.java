/** Measuring a model: its accuracy, what its confidences are worth, and how it bears spoilt pictures. */
@NullMarked
package org.numberreader.training.evaluation;

import org.jspecify.annotations.NullMarked;
