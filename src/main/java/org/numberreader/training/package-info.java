@NullMarked
package org.numberreader.training;

import org.jspecify.annotations.NullMarked;
