package org.numberreader.segmentation.ink;

import org.numberreader.image.Mats;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/**
 * The darkness that paper reaches by its own grain. A sensor's noise hardly depends on the light, so in the shade,
 * where there is less light to divide by, it makes more darkness.
 */
final class Grain {
    /** Grain of normal distribution stays below so many of its deviations even in millions of pixels. */
    private static final double DEVIATIONS = 6;

    /** The upper quartile of a normal distribution, in deviations. */
    private static final double QUARTILE = 0.6745;

    /** Paper is in the shade if it has less than this share of the usual light. */
    private static final double SHADED = 0.7;

    /** A shaded part of fewer pixels than this share tells nothing of its grain. */
    private static final double SHADE = 0.1;

    private Grain() {}

    /**
     * The darkness from which a pixel is more than grain. Most pixels are paper, so that their median and lower quartile
     * know nothing of ink.
     *
     * @param smooth the picture, smoothed as before the closing
     * @param paper as {@link Paper#of}
     * @param faintest the least darkness of ink above the paper's, 0 to 255
     * @return 8-bit, of the paper's size
     */
    static Mat floor(Mats mats, Mat smooth, Mat paper, double faintest) {
        Mat lack = mats.create();
        Core.subtract(paper, smooth, lack);
        Mat shade = mats.create();
        Core.compare(paper, new Scalar(SHADED * Histogram.of(paper).quantile(0.5)), shade, Core.CMP_LT);
        var all = Histogram.of(lack);
        int middle = all.quantile(0.5);
        double deviation = deviation(all);
        // Where a sensor makes more noise in the shade nevertheless, the shaded part alone tells.
        if (Core.countNonZero(shade) > SHADE * paper.total()) {
            var shaded = Histogram.of(lack, shade);
            deviation = Math.max(deviation, deviation(shaded));
            middle = Math.max(middle, shaded.quantile(0.5));
        }
        var floors = new byte[256];
        for (int light = 0; light < 256; light++) {
            double darker = (middle + DEVIATIONS * deviation) * 255 / Math.max(1, light);
            double least = middle * 255.0 / Math.max(1, light) + faintest;
            floors[light] = (byte) Math.min(255, Math.round(Math.max(darker, least)));
        }
        Mat table = mats.own(new Mat(1, 256, CvType.CV_8UC1));
        table.put(0, 0, floors);
        Mat floor = mats.create();
        Core.LUT(paper, table, floor);
        return floor;
    }

    private static double deviation(Histogram histogram) {
        return (histogram.quantile(0.5) - histogram.quantile(0.25) + 0.5) / QUARTILE;
    }
}
