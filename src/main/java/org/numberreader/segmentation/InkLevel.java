package org.numberreader.segmentation;

import java.util.BitSet;
import org.numberreader.image.Mats;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/**
 * How dark a picture's paper and strokes are.
 *
 * @param paper the typical darkness of paper: what the closing lifts grainy paper by, 0 to 255
 * @param stroke the typical darkness of strokes, 0 to 255; 0 if none stands out
 * @param strokeWidth in pixels of the reduced picture
 */
record InkLevel(double paper, double stroke, double strokeWidth) {

    boolean isNone() {
        return stroke <= 0;
    }

    /**
     * Looks at the pixels that are darker than their paper's grain.
     *
     * @param darkness as {@link Paper#darkness}, reduced
     * @param floor the darkness that each pixel's paper reaches by its grain
     * @param edge the share of the strokes' darkness at which their width is measured
     */
    static InkLevel of(Mats mats, Mat darkness, Mat floor, double edge) {
        Mat inked = mats.create();
        Core.compare(darkness, floor, inked, Core.CMP_GT);
        double paper = Grain.quantile(Grain.histogram(darkness, null), 0.5);
        int[] histogram = histogram(darkness, Components.of(inked));
        double stroke = meanAbove(histogram, otsu(histogram));
        if (stroke <= 0) {
            return new InkLevel(paper, 0, 0);
        }
        Mat mask = mats.create();
        Imgproc.threshold(darkness, mask, paper + (stroke - paper) * edge, 255, Imgproc.THRESH_BINARY);
        Core.bitwise_and(mask, inked, mask);
        return new InkLevel(paper, stroke, Components.of(mask).strokeWidth());
    }

    /** The values of the pixels that are ink and do not run along the picture's border. */
    private static int[] histogram(Mat darkness, Components ink) {
        byte[] pixels = Mats.picture(darkness).pixels();
        BitSet counted = Components.labels(ink.withoutBorders());
        if (counted.isEmpty()) {
            counted = Components.labels(ink.all()); // squared paper joins everything to its border
        }
        var histogram = new int[256];
        for (int i = 0; i < pixels.length; i++) {
            if (counted.get(ink.at(i))) {
                histogram[pixels[i] & 0xff]++;
            }
        }
        return histogram;
    }

    /** Otsu's threshold (1979): parts the strokes' inside from their edges, and ink from fainter ruled lines. */
    private static int otsu(int[] histogram) {
        double total = 0;
        double sum = 0;
        for (int v = 0; v < 256; v++) {
            total += histogram[v];
            sum += (double) v * histogram[v];
        }
        double below = 0;
        double sumBelow = 0;
        double best = -1;
        int split = 0;
        for (int v = 0; v < 255; v++) {
            below += histogram[v];
            sumBelow += (double) v * histogram[v];
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

    private static double meanAbove(int[] histogram, int split) {
        double count = 0;
        double sum = 0;
        for (int v = split + 1; v < 256; v++) {
            count += histogram[v];
            sum += (double) v * histogram[v];
        }
        return count == 0 ? 0 : sum / count;
    }
}
