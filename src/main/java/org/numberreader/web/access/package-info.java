@NullMarked
package org.numberreader.web.access;

import org.jspecify.annotations.NullMarked;
