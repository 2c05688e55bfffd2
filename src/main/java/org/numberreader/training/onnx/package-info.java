/** Writing a trained network as an ONNX graph. */
@NullMarked
package org.numberreader.training.onnx;

import org.jspecify.annotations.NullMarked;
