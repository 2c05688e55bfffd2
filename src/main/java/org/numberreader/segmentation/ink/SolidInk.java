package org.numberreader.segmentation.ink;

import org.numberreader.image.Mats;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * What is left of full figures. What is broader than the paper's window counts as paper, but for its corners and its edge,
 * which the square window does not reach: they would be strokes, were it not for the paper beside them, which is as dark as
 * they are.
 */
final class SolidInk {
    /** How far a corner reaches from what the window took for paper, in sides of the window. */
    private static final double REACH = 0.5;

    /** Paper that has no more than this share of the usual paper's light may be the inside of a figure. */
    private static final double DARK = 0.6;

    /** A pixel is no darker than such paper if it has at least this share of its light. */
    private static final double ALIKE = 0.9;

    /** Marks of which more than this share is no darker than the paper near it are no writing. */
    private static final double MOST = 0.5;

    private final int window;
    private final double edge;

    /**
     * For one picture.
     *
     * @param window the side of the paper's window in pixels
     * @param edge the darkness from which a pixel is ink
     */
    SolidInk(int window, double edge) {
        this.window = window;
        this.edge = edge;
    }

    /**
     * Lifts the floor over it, so that it is grain like the paper's own.
     *
     * @param floor the darkness from which a pixel is more than grain
     * @param reduced the picture, of the paper's size
     * @param paper as {@link Paper#of}
     */
    void lift(Mats mats, Mat floor, Mat reduced, Mat paper) {
        var extremes = Core.minMaxLoc(paper);
        if (extremes.minVal > DARK * extremes.maxVal) {
            return; // as nearly always
        }
        double dark = DARK * Histogram.of(paper).quantile(0.5);
        Mat inked = mats.create();
        Imgproc.threshold(Paper.darkness(mats, reduced, paper), inked, edge, 255, Imgproc.THRESH_BINARY);
        Mat alike = mats.create();
        Core.compare(Paper.smooth(mats, reduced), insides(mats, paper, dark), alike, Core.CMP_GE);
        Core.bitwise_and(alike, inked, alike);
        if (Core.countNonZero(alike) > 0) {
            floor.setTo(new Scalar(255), marks(mats, inked, alike));
        }
    }

    /** How light a pixel is at least that is no darker than the inside of a figure near it; 255 where there is none near. */
    private Mat insides(Mats mats, Mat paper, double dark) {
        int reach = (int) (REACH * window) * 2 + 1;
        Mat kernel = mats.own(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(reach, reach)));
        Mat darkest = mats.create();
        Imgproc.erode(paper, darkest, kernel);
        Mat light = mats.create();
        Imgproc.threshold(darkest, light, dark, 255, Imgproc.THRESH_BINARY);
        Core.multiply(darkest, new Scalar(ALIKE), darkest);
        Core.bitwise_or(darkest, light, darkest);
        return darkest;
    }

    /** The marks of which most is alike. */
    private static Mat marks(Mats mats, Mat inked, Mat alike) {
        Mat labels = mats.create();
        int count = Imgproc.connectedComponents(inked, labels);
        var label = new int[(int) labels.total()];
        labels.get(0, 0, label);
        byte[] flagged = Mats.picture(alike).pixels();
        var all = new int[count];
        var part = new int[count];
        for (int i = 0; i < label.length; i++) {
            all[label[i]]++;
            part[label[i]] += flagged[i] & 1;
        }
        for (int i = 0; i < label.length; i++) {
            flagged[i] = (byte) (label[i] > 0 && part[label[i]] > MOST * all[label[i]] ? 255 : 0);
        }
        Mat marks = mats.own(new Mat(inked.size(), CvType.CV_8UC1));
        marks.put(0, 0, flagged);
        return marks;
    }
}
