package org.numberreader.decoding;

import org.numberreader.image.GrayImage;
import org.numberreader.image.Raster;

/** The network of the handwriting map: {@link org.numberreader.recognition.InkModel}, or a test's own. */
@FunctionalInterface
public interface MapNetwork {
    /** For each cell of a picture the logits of what is there, and the logarithm of the digits' height. */
    Raster map(GrayImage picture);
}
