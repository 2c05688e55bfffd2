/** What the commands print: readings, reports and bars. */
@NullMarked
package org.numberreader.cli.output;

import org.jspecify.annotations.NullMarked;
