/** Writing a trained network as an ONNX graph, reading its weights back, and making sure that both engines compute the same. */
@NullMarked
package org.numberreader.training.onnx;

import org.jspecify.annotations.NullMarked;
