@NullMarked
package org.numberreader.web.gate;

import org.jspecify.annotations.NullMarked;
