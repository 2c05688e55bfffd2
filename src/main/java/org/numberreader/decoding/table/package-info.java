/** Tables: which numbers of a picture stand in which row and column. It knows boxes and ruled lines, and no networks. */
@NullMarked
package org.numberreader.decoding.table;

import org.jspecify.annotations.NullMarked;
