package org.numberreader.classical;

import org.numberreader.image.GrayImage;
import org.numberreader.image.Mats;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Separates ink from paper: a pixel is ink where it is darker than the weighted mean of its neighbourhood, so that a shadow
 * on the paper does not matter (Gonzalez and Woods, <i>Digital Image Processing</i>, 10.3).
 */
final class AdaptiveThreshold {
    /** The Gaussian's side in pixels; OpenCV chooses a standard deviation of 1.1 for it. */
    private static final Size BLUR = new Size(5, 5);

    /** The neighbourhood's side in pixels: more than twice the width of a stroke, which would be hollow otherwise. */
    private static final int NEIGHBOURHOOD = 51;

    /** How much darker than its neighbourhood ink is, in grey values. */
    private static final double DARKER = 10;

    private AdaptiveThreshold() {}

    /**
     * Finds the ink.
     *
     * @param gray dark ink on light paper
     * @return a picture of the same size, 255 where there is ink and 0 elsewhere
     */
    static GrayImage ink(GrayImage gray) {
        try (var mats = new Mats()) {
            Mat blurred = mats.create();
            Imgproc.GaussianBlur(mats.of(gray), blurred, BLUR, 0);
            Mat ink = mats.create();
            Imgproc.adaptiveThreshold(
                    blurred,
                    ink,
                    255,
                    Imgproc.ADAPTIVE_THRESH_GAUSSIAN_C,
                    Imgproc.THRESH_BINARY_INV,
                    NEIGHBOURHOOD,
                    DARKER);
            return Mats.picture(ink);
        }
    }
}
