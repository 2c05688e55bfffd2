package org.numberreader.segmentation.ink;

import org.numberreader.image.Mats;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * How dark a picture's paper and strokes are.
 *
 * @param paper the typical darkness of paper: what the closing lifts grainy paper by, 0 to 255
 * @param stroke the typical darkness of strokes, 0 to 255; 0 if none stands out
 * @param strokeWidth in pixels of the reduced picture
 */
record InkLevel(double paper, double stroke, double strokeWidth) {

    /** The darkness at a share of the way from paper to strokes. */
    double edge(double share) {
        return paper + (stroke - paper) * share;
    }

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
        double paper = Histogram.of(darkness).quantile(0.5);
        Mat inner = BorderInk.removed(mats, inked);
        // Squared paper joins everything to its border.
        var histogram = Histogram.of(darkness, Core.countNonZero(inner) == 0 ? inked : inner);
        // Parts the strokes' inside from their edges, and ink from fainter ruled lines.
        double stroke = histogram.meanAbove(histogram.otsu());
        if (stroke <= 0) {
            return new InkLevel(paper, 0, 0);
        }
        Mat mask = mats.create();
        var level = new InkLevel(paper, stroke, 0);
        Imgproc.threshold(darkness, mask, level.edge(edge), 255, Imgproc.THRESH_BINARY);
        Core.bitwise_and(mask, inked, mask);
        return new InkLevel(paper, stroke, strokeWidth(mats, BorderInk.removed(mats, mask)));
    }

    /** The width of a typical stroke in pixels: area over half the length of the edge, without what lies on the border. */
    private static double strokeWidth(Mats mats, Mat mask) {
        int area = Core.countNonZero(mask);
        if (mask.cols() < 3 || mask.rows() < 3) {
            return 1; // all of it is border
        }
        Mat cross = mats.own(Imgproc.getStructuringElement(Imgproc.MORPH_CROSS, new Size(3, 3)));
        Mat eroded = mats.create();
        Imgproc.erode(mask, eroded, cross);
        var inside = new Rect(1, 1, mask.cols() - 2, mask.rows() - 2);
        int edge =
                Core.countNonZero(mats.own(mask.submat(inside))) - Core.countNonZero(mats.own(eroded.submat(inside)));
        return edge == 0 ? 1 : Math.max(1, 2.0 * area / edge);
    }
}
