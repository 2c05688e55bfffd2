/** From ink to lines of marks: what is connected, and what stands beside what. */
@NullMarked
package org.numberreader.segmentation.mark;

import org.jspecify.annotations.NullMarked;
