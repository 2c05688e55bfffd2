@NullMarked
package org.numberreader.web.problem;

import org.jspecify.annotations.NullMarked;
