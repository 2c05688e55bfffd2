package org.numberreader.image;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;

/** Grey levels at zero mean and unit spread: what the line recogniser and the handwriting map see of a picture. */
public final class Standardised {
    /** Spreads below it, in grey levels, are noise and are not raised to full strokes. */
    private static final double LEAST_SPREAD = 4;

    private Standardised() {}

    /**
     * Writes a picture's levels.
     *
     * @param values row after row, {@code stride} values a row, from {@code offset}; what is right of the picture stays
     */
    public static void into(GrayImage picture, float[] values, int offset, int stride) {
        int width = picture.width();
        var levels = new float[picture.pixels().length];
        try (var mats = new Mats()) {
            Mat pixels = mats.of(picture);
            var mean = mats.own(new MatOfDouble());
            var spread = mats.own(new MatOfDouble());
            Core.meanStdDev(pixels, mean, spread);
            double factor = 1 / Math.max(LEAST_SPREAD, spread.get(0, 0)[0]);
            Mat standardised = mats.create();
            pixels.convertTo(standardised, CvType.CV_32F, factor, -mean.get(0, 0)[0] * factor);
            standardised.get(0, 0, levels);
        }
        for (int y = 0; y < picture.height(); y++) {
            System.arraycopy(levels, y * width, values, offset + y * stride, width);
        }
    }
}
