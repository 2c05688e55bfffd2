/** Writing a trained network as an ONNX graph, with real numbers or 8 bits, reading its weights back, and checking what was written. */
@NullMarked
package org.numberreader.training.onnx;

import org.jspecify.annotations.NullMarked;
