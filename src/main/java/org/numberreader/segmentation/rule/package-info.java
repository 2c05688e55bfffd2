/** What is printed or ruled on the paper, and is taken out of the ink. */
@NullMarked
package org.numberreader.segmentation.rule;

import org.jspecify.annotations.NullMarked;
