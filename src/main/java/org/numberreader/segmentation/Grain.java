package org.numberreader.segmentation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
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
        Core.compare(paper, new Scalar(SHADED * quantile(histogram(paper, null), 0.5)), shade, Core.CMP_LT);
        int[] all = histogram(lack, null);
        int middle = quantile(all, 0.5);
        double deviation = deviation(all);
        // Where a sensor makes more noise in the shade nevertheless, the shaded part alone tells.
        int[] shaded = histogram(lack, shade);
        if (Arrays.stream(shaded).sum() > SHADE * paper.total()) {
            deviation = Math.max(deviation, deviation(shaded));
            middle = Math.max(middle, quantile(shaded, 0.5));
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

    private static double deviation(int[] histogram) {
        return (quantile(histogram, 0.5) - quantile(histogram, 0.25) + 0.5) / QUARTILE;
    }

    /** How many pixels have each value, of all or of those where the mask is not 0. */
    static int[] histogram(Mat values, @Nullable Mat mask) {
        byte[] counted = mask == null ? null : Mats.picture(mask).pixels();
        byte[] pixels = Mats.picture(values).pixels();
        var histogram = new int[256];
        for (int i = 0; i < pixels.length; i++) {
            if (counted == null || counted[i] != 0) {
                histogram[pixels[i] & 0xff]++;
            }
        }
        return histogram;
    }

    /** The value that a share of the pixels stays below. */
    static int quantile(int[] histogram, double share) {
        double wanted = share * Arrays.stream(histogram).asLongStream().sum();
        double sum = 0;
        int value = 0;
        while (value < 255 && sum + histogram[value] < wanted) {
            sum += histogram[value++];
        }
        return value;
    }
}
