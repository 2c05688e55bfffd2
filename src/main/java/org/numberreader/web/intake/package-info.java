@NullMarked
package org.numberreader.web.intake;

import org.jspecify.annotations.NullMarked;
