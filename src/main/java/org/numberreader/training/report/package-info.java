@NullMarked
package org.numberreader.training.report;

import org.jspecify.annotations.NullMarked;
