/** Where handwriting is: from the handwriting map to text lines, and text lines cut out of pictures. */
@NullMarked
package org.numberreader.layout;

import org.jspecify.annotations.NullMarked;
