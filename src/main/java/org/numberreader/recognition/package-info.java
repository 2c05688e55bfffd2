@NullMarked
package org.numberreader.recognition;

import org.jspecify.annotations.NullMarked;
