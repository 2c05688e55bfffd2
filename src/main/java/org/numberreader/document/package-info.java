/** Files as people have them, page by page: single pictures, TIFF and PDF. */
@NullMarked
package org.numberreader.document;

import org.jspecify.annotations.NullMarked;
