/** Pages of TIFFs. */
@NullMarked
package org.numberreader.document.tiff;

import org.jspecify.annotations.NullMarked;
