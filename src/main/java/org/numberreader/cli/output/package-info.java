@NullMarked
package org.numberreader.cli.output;

import org.jspecify.annotations.NullMarked;
