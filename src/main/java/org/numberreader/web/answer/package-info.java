@NullMarked
package org.numberreader.web.answer;

import org.jspecify.annotations.NullMarked;
