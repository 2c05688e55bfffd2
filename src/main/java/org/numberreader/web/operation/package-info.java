@NullMarked
package org.numberreader.web.operation;

import org.jspecify.annotations.NullMarked;
