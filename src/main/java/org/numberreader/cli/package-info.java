@NullMarked
package org.numberreader.cli;

import org.jspecify.annotations.NullMarked;
