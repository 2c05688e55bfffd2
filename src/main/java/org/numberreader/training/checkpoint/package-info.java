/** Training that can be gone on with: what is kept after each epoch. */
@NullMarked
package org.numberreader.training.checkpoint;

import org.jspecify.annotations.NullMarked;
