@NullMarked
package org.numberreader.training.checkpoint;

import org.jspecify.annotations.NullMarked;
