/** What all formats of documents share: limits, and a page as a picture. */
@NullMarked
package org.numberreader.document.page;

import org.jspecify.annotations.NullMarked;
