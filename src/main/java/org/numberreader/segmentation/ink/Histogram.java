package org.numberreader.segmentation.ink;

import org.numberreader.image.Mats;
import org.opencv.core.Mat;

/** How many pixels of a matrix have each value from 0 to 255. */
final class Histogram {
    private static final int VALUES = 256;

    private final int[] counts;
    private final double total;

    private Histogram(int[] counts) {
        this.counts = counts;
        double sum = 0;
        for (int count : counts) {
            sum += count;
        }
        this.total = sum;
    }

    /** @param values 8-bit */
    static Histogram of(Mat values) {
        byte[] pixels = Mats.picture(values).pixels();
        // Four counts in turn: neighbours are often alike, and a count just written has to be waited for.
        var counts = new int[VALUES];
        var second = new int[VALUES];
        var third = new int[VALUES];
        var fourth = new int[VALUES];
        int i = 0;
        for (; i + 3 < pixels.length; i += 4) {
            counts[pixels[i] & 0xff]++;
            second[pixels[i + 1] & 0xff]++;
            third[pixels[i + 2] & 0xff]++;
            fourth[pixels[i + 3] & 0xff]++;
        }
        for (; i < pixels.length; i++) {
            counts[pixels[i] & 0xff]++;
        }
        for (int value = 0; value < VALUES; value++) {
            counts[value] += second[value] + third[value] + fourth[value];
        }
        return new Histogram(counts);
    }

    /** @param mask 8-bit; only where it is not 0 pixels are counted */
    static Histogram of(Mat values, Mat mask) {
        // By OpenCV's calcHist a whole reading of a strip of digits takes 5 % more processor time.
        byte[] pixels = Mats.picture(values).pixels();
        byte[] counted = Mats.picture(mask).pixels();
        var counts = new int[VALUES];
        for (int i = 0; i < pixels.length; i++) {
            if (counted[i] != 0) {
                counts[pixels[i] & 0xff]++;
            }
        }
        return new Histogram(counts);
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
