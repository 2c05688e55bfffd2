/** Pages of PDFs: the scan that a page is, or the page drawn, within bounds of time and memory. */
@NullMarked
package org.numberreader.document.pdf;

import org.jspecify.annotations.NullMarked;
