/** Pages of written numbers, drawn, and the glyphs that segmentation finds on them: what the reading network is shown. */
@NullMarked
package org.numberreader.training.pages;

import org.jspecify.annotations.NullMarked;
