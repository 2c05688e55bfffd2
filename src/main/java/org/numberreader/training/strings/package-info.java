@NullMarked
package org.numberreader.training.strings;

import org.jspecify.annotations.NullMarked;
