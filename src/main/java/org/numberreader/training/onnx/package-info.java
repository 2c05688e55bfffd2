@NullMarked
package org.numberreader.training.onnx;

import org.jspecify.annotations.NullMarked;
