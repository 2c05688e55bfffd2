@NullMarked
package org.numberreader.image;

import org.jspecify.annotations.NullMarked;
