@NullMarked
package org.numberreader.segmentation;

import org.jspecify.annotations.NullMarked;
