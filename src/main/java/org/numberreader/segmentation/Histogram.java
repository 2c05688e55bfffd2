package org.numberreader.segmentation;

import java.util.List;
import org.numberreader.image.Mats;
import org.opencv.core.Mat;
import org.opencv.core.MatOfFloat;
import org.opencv.core.MatOfInt;
import org.opencv.imgproc.Imgproc;

/** How many pixels of a matrix have each value from 0 to 255. */
final class Histogram {
    private static final int VALUES = 256;

    private final float[] counts;
    private final double total;

    private Histogram(float[] counts) {
        this.counts = counts;
        double sum = 0;
        for (float count : counts) {
            sum += count;
        }
        this.total = sum;
    }

    /** @param values 8-bit */
    static Histogram of(Mat values) {
        try (var mats = new Mats()) {
            return of(values, mats.create());
        }
    }

    /** @param mask 8-bit; only where it is not 0 pixels are counted */
    static Histogram of(Mat values, Mat mask) {
        try (var mats = new Mats()) {
            Mat counted = mats.create();
            Imgproc.calcHist(
                    List.of(values),
                    mats.own(new MatOfInt(0)),
                    mask,
                    counted,
                    mats.own(new MatOfInt(VALUES)),
                    mats.own(new MatOfFloat(0, VALUES)));
            var counts = new float[VALUES]; // exact: the reduced picture has far less than 2^24 pixels
            counted.get(0, 0, counts);
            return new Histogram(counts);
        }
    }

    /** How many pixels were counted. */
    double total() {
        return total;
    }

    /** The value that a share of the pixels stays below. */
    int quantile(double share) {
        double wanted = share * total;
        double sum = 0;
        int value = 0;
        while (value < VALUES - 1 && sum + counts[value] < wanted) {
            sum += counts[value++];
        }
        return value;
    }

    /** Otsu's threshold (1979): the value that parts the pixels best into two kinds, itself of the lower kind. */
    int otsu() {
        double sum = 0;
        for (int v = 0; v < VALUES; v++) {
            sum += (double) v * counts[v];
        }
        double below = 0;
        double sumBelow = 0;
        double best = -1;
        int split = 0;
        for (int v = 0; v < VALUES - 1; v++) {
            below += counts[v];
            sumBelow += (double) v * counts[v];
            if (below > 0 && below < total) {
                double apart = sumBelow / below - (sum - sumBelow) / (total - below);
                double between = below * (total - below) * apart * apart;
                if (between > best) {
                    best = between;
                    split = v;
                }
            }
        }
        return split;
    }

    /** The mean of the values above one of them; 0 if there are none. */
    double meanAbove(int split) {
        double count = 0;
        double sum = 0;
        for (int v = split + 1; v < VALUES; v++) {
            count += counts[v];
            sum += (double) v * counts[v];
        }
        return count == 0 ? 0 : sum / count;
    }
}
