/** Who may send requests, and how often: tokens and rates. */
@NullMarked
package org.numberreader.web.access;

import org.jspecify.annotations.NullMarked;
