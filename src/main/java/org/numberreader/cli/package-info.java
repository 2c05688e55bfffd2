/** The command line: one class a command. */
@NullMarked
package org.numberreader.cli;

import org.jspecify.annotations.NullMarked;
