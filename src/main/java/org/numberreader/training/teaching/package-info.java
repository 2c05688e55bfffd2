/** How a network learns from trained ones besides the labels. */
@NullMarked
package org.numberreader.training.teaching;

import org.jspecify.annotations.NullMarked;
