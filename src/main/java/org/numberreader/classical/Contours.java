package org.numberreader.classical;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.numberreader.image.Box;
import org.numberreader.image.GrayImage;
import org.numberreader.image.Mats;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/**
 * Finds the outer contours of the ink. OpenCV's findContours takes a list of matrices, which its wrapper for Java releases
 * out of our control; connectedComponentsWithStats finds the same pieces of ink with the same boxes.
 */
final class Contours {
    /** Specks and signs are lower than this, in heights of the tallest piece of ink. */
    private static final double LOWEST = 0.4;

    /** A digit has at least so many pixels of height: the paper's grain has fewer. */
    private static final int LEAST_HEIGHT = 8;

    /** More digits than any page has: a bound on time and memory where a picture is full of specks. */
    private static final int MOST = 4_096;

    private Contours() {}

    /**
     * Finds the pieces of ink that are tall enough to be digits.
     *
     * @param ink 255 is ink, 0 is paper
     * @return the tallest first; empty where there is no ink
     */
    static List<Contour> of(GrayImage ink) {
        try (var mats = new Mats()) {
            Mat labels = mats.create();
            Mat stats = mats.create();
            int count = Imgproc.connectedComponentsWithStats(mats.of(ink), labels, stats, mats.create());
            var contours = new ArrayList<Contour>();
            for (var labelled : tallEnough(boxes(stats, count))) {
                contours.add(contour(mats, labels, labelled));
            }
            return contours;
        }
    }

    /** A piece of ink by the label that its pixels have. */
    private record Labelled(int label, Box box) {}

    /** Label 0 is the paper. */
    private static List<Labelled> boxes(Mat stats, int count) {
        var boxes = new ArrayList<Labelled>();
        var row = new int[stats.cols()];
        for (int label = 1; label < count; label++) {
            stats.get(label, 0, row);
            var box = new Box(
                    row[Imgproc.CC_STAT_LEFT],
                    row[Imgproc.CC_STAT_TOP],
                    row[Imgproc.CC_STAT_WIDTH],
                    row[Imgproc.CC_STAT_HEIGHT]);
            boxes.add(new Labelled(label, box));
        }
        return boxes;
    }

    private static List<Labelled> tallEnough(List<Labelled> all) {
        int tallest = all.stream().mapToInt(piece -> piece.box().height()).max().orElse(0);
        double least = Math.max(LEAST_HEIGHT, LOWEST * tallest);
        return all.stream()
                .filter(piece -> piece.box().height() >= least)
                .sorted(Comparator.comparingInt(piece -> -piece.box().height()))
                .limit(MOST)
                .toList();
    }

    private static Contour contour(Mats mats, Mat labels, Labelled piece) {
        Box box = piece.box();
        Mat part = mats.own(labels.submat(new Rect(box.x(), box.y(), box.width(), box.height())));
        Mat mask = mats.create();
        Core.compare(part, new Scalar(piece.label()), mask, Core.CMP_EQ);
        return new Contour(box, Mats.picture(mask));
    }
}
