/** Text lines and pages of handwriting, drawn with where each symbol stands: what the line recogniser and the handwriting map learn from. */
@NullMarked
package org.numberreader.training.scene;

import org.jspecify.annotations.NullMarked;
