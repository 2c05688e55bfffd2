@NullMarked
package org.numberreader.number;

import org.jspecify.annotations.NullMarked;
