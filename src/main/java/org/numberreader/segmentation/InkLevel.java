package org.numberreader.segmentation;

import org.numberreader.image.Mats;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfFloat;
import org.opencv.core.MatOfInt;
import org.opencv.imgproc.Imgproc;

/** How dark a picture's strokes are and how wide, from the darkness of its pixels. */
record InkLevel(double darkness, double strokeWidth) {
    /** No stroke stands out from the grain of the paper. */
    static final InkLevel NONE = new InkLevel(0, 0);

    /** Grain of normal distribution stays below so many of its deviations even in millions of pixels. */
    private static final double DEVIATIONS = 5;

    boolean isNone() {
        return darkness <= 0;
    }

    /**
     * Looks at the darkness of all pixels.
     *
     * @param gray the picture itself, for its grain
     * @param darkness as {@link Paper#darkness}
     * @param faintest the least darkness of ink, 0 to 1
     * @param edge the share of the strokes' darkness at which their width is measured
     */
    static InkLevel of(Mats mats, Mat gray, Mat darkness, double faintest, double edge) {
        float[] histogram = histogram(mats, darkness);
        int floor = (int) Math.max(faintest * 255, DEVIATIONS * grain(mats, gray));
        int split = otsu(histogram, Math.min(254, floor));
        double level = mean(histogram, split + 1);
        if (level <= 0) {
            return NONE;
        }
        return new InkLevel(level, strokeWidth(mats, darkness, level * edge));
    }

    /** The standard deviation of the paper's grain in grey values (Immerkær, 1996, with a median for the mean). */
    private static double grain(Mats mats, Mat gray) {
        Mat kernel = mats.own(new Mat(3, 3, CvType.CV_32F));
        kernel.put(0, 0, new float[] {1, -2, 1, -2, 4, -2, 1, -2, 1});
        Mat response = mats.create();
        Imgproc.filter2D(gray, response, CvType.CV_16S, kernel);
        Mat size = mats.create();
        Core.convertScaleAbs(response, size);
        float[] histogram = histogram(mats, size);
        double half = (double) gray.total() / 2;
        double sum = 0;
        int median = 0;
        while (median < 255 && sum + histogram[median] < half) {
            sum += histogram[median++];
        }
        return median / 0.6745 / 6;
    }

    private static float[] histogram(Mats mats, Mat values) {
        Mat histogram = mats.create();
        Imgproc.calcHist(
                java.util.List.of(values),
                mats.own(new MatOfInt(0)),
                mats.create(),
                histogram,
                mats.own(new MatOfInt(256)),
                mats.own(new MatOfFloat(0, 256)));
        var counts = new float[256];
        histogram.get(0, 0, counts);
        return counts;
    }

    /** Otsu's threshold (1979) among the values above the floor. */
    private static int otsu(float[] histogram, int floor) {
        double total = 0;
        double sum = 0;
        for (int v = floor + 1; v < 256; v++) {
            total += histogram[v];
            sum += (double) v * histogram[v];
        }
        double below = 0;
        double sumBelow = 0;
        double best = -1;
        int split = floor;
        for (int v = floor + 1; v < 255; v++) {
            below += histogram[v];
            sumBelow += (double) v * histogram[v];
            if (below == 0 || below == total) {
                continue;
            }
            double apart = sumBelow / below - (sum - sumBelow) / (total - below);
            double between = below * (total - below) * apart * apart;
            if (between > best) {
                best = between;
                split = v;
            }
        }
        return split;
    }

    private static double mean(float[] histogram, int from) {
        double count = 0;
        double sum = 0;
        for (int v = from; v < 256; v++) {
            count += histogram[v];
            sum += (double) v * histogram[v];
        }
        return count == 0 ? 0 : sum / count;
    }

    /** Area over half the length of the edge. */
    private static double strokeWidth(Mats mats, Mat darkness, double threshold) {
        Mat mask = mats.create();
        Imgproc.threshold(darkness, mask, threshold, 255, Imgproc.THRESH_BINARY);
        Mat inner = mats.create();
        Mat cross = mats.own(Imgproc.getStructuringElement(Imgproc.MORPH_CROSS, new org.opencv.core.Size(3, 3)));
        Imgproc.erode(mask, inner, cross);
        double area = Core.countNonZero(mask);
        double edge = area - Core.countNonZero(inner);
        return edge == 0 ? 1 : Math.max(1, 2 * area / edge);
    }
}
