/** The records that answers are made of, as JSON has them. */
@NullMarked
package org.numberreader.web.answer;

import org.jspecify.annotations.NullMarked;
