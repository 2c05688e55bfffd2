package org.numberreader.decoding;

import org.numberreader.image.Picture;

/** Reads the numbers in pictures, by whichever method. Safe to use from several threads. */
public interface Reader {

    /** All numbers of the picture, boxes in the pixels of the picture as uploaded. */
    Reading read(Picture picture, Expectation expected);
}
