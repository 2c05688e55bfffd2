package org.numberreader.image;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Tells whether the ink is lighter than its paper. Strokes are thin: a median over a window wider than a stroke is the
 * paper alone, uneven light and the edges of sheets included, and the ink is what stands out from it.
 */
final class PolarityDetector {
    /** The size that pictures are brought down to: strokes of one digit filling the picture stay under half the window. */
    private static final int SIDE = 128;

    private static final int WINDOW = 31;

    /** The share of each side that is left out: what lies around a sheet stands out from it as much as ink. */
    private static final double MARGIN = 0.12;

    private PolarityDetector() {}

    /** @param asked obeyed unless it is {@link Polarity#AUTO} */
    static boolean isLightOnDark(Mat gray, Polarity asked) {
        return asked == Polarity.LIGHT_ON_DARK || (asked == Polarity.AUTO && looksLightOnDark(gray));
    }

    private static boolean looksLightOnDark(Mat gray) {
        try (var mats = new Mats()) {
            Mat small = small(mats, gray);
            Mat paper = mats.create();
            int window = Math.min(WINDOW, Math.min(small.cols(), small.rows()) / 2 * 2 + 1);
            Imgproc.medianBlur(small, paper, Math.max(3, window));
            Rect inner = inner(small);
            Mat seen = mats.own(small.submat(inner));
            Mat ground = mats.own(paper.submat(inner));
            return standingOut(mats, seen, ground) > standingOut(mats, ground, seen);
        }
    }

    /** Brought down by a whole number first, and then by what is left. */
    private static Mat small(Mats mats, Mat gray) {
        Mat part = mats.reduced(gray, Math.max(gray.cols(), gray.rows()) / SIDE);
        Mat small = mats.create();
        double scale = Math.min(1, (double) SIDE / Math.max(part.cols(), part.rows()));
        var size = new Size(Math.max(1, part.cols() * scale), Math.max(1, part.rows() * scale));
        Imgproc.resize(part, small, size, 0, 0, Imgproc.INTER_AREA);
        return small;
    }

    private static Rect inner(Mat picture) {
        int left = (int) (MARGIN * picture.cols());
        int top = (int) (MARGIN * picture.rows());
        return new Rect(left, top, picture.cols() - 2 * left, picture.rows() - 2 * top);
    }

    /** How much the first is lighter than the second: squares, so that noise counts little beside ink. */
    private static double standingOut(Mats mats, Mat lighter, Mat darker) {
        Mat difference = mats.create();
        Core.subtract(lighter, darker, difference);
        Mat square = mats.create();
        Core.multiply(difference, difference, square, 1, CvType.CV_32F);
        Scalar sum = Core.sumElems(square);
        return sum.val[0];
    }
}
