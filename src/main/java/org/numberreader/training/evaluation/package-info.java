@NullMarked
package org.numberreader.training.evaluation;

import org.jspecify.annotations.NullMarked;
