@NullMarked
package org.numberreader.web.openapi;

import org.jspecify.annotations.NullMarked;
