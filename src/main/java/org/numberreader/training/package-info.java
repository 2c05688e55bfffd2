/** Making a model: from labelled digits and drawn lines to weights and their card. */
@NullMarked
package org.numberreader.training;

import org.jspecify.annotations.NullMarked;
