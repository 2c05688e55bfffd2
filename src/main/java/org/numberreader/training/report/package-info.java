/** Figures and charts of a training or a measurement, as a page and as pictures. */
@NullMarked
package org.numberreader.training.report;

import org.jspecify.annotations.NullMarked;
