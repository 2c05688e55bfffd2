/** Measuring a reader on folders of labelled pictures. */
@NullMarked
package org.numberreader.training.strings;

import org.jspecify.annotations.NullMarked;
