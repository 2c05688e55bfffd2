package org.numberreader.layout.ruling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.numberreader.image.GrayImage;
import org.numberreader.image.Mats;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * The long straight lines of a picture, found by morphological opening: what is left of its dark pixels where runs are longer than
 * any digit's stroke.
 *
 * @param across from top to bottom, as levelled by the skew
 * @param down from left to right, the same
 */
public record RuledLines(List<RuledLine> across, List<RuledLine> down) {
    /** The picture is brought down until its digits are less than twice as high: a page costs little then. */
    private static final int DIGIT_HEIGHT = 12;

    /** So many grey levels darker than what surrounds it a line is: grain is as dark, but not in runs. */
    private static final double DARKER = 4;

    /** A run across is longer than the bars of two 4s that touch, in digits' heights. */
    private static final double RUN_ACROSS = 2;

    /** A run down is longer than a 1 that somebody has written large. */
    private static final double RUN_DOWN = 1.5;

    /** Pieces so close to a line's course are its own, in digits' heights: rows are further apart. */
    private static final double OWN = 0.3;

    public RuledLines {
        across = List.copyOf(across);
        down = List.copyOf(down);
    }

    /**
     * Finds them.
     *
     * @param picture dark on light
     * @param skew that levels it
     * @param height of its digits, in pixels
     */
    public static RuledLines of(GrayImage picture, Skew skew, double height) {
        int whole = (int) Math.max(1, height / DIGIT_HEIGHT);
        try (var mats = new Mats()) {
            Mat reduced = reduced(mats, mats.of(picture), whole);
            double left = Math.min(0, skew.across(0, reduced.rows()));
            double top = Math.min(0, skew.down(reduced.cols(), 0));
            Mat ink = ink(mats, levelled(mats, reduced, skew, left, top), height / whole);
            double own = OWN * height / whole;
            int runAcross = (int) Math.ceil(RUN_ACROSS * height / whole);
            int runDown = (int) Math.ceil(RUN_DOWN * height / whole);
            var across = Runs.of(runs(mats, ink, runAcross, true), own);
            var down = Runs.of(runs(mats, ink, runDown, false), own);
            return new RuledLines(inPicture(across, left, top, whole), inPicture(down, top, left, whole));
        }
    }

    /** Of each square the darkest pixel: of a line one pixel thick a mean would leave nothing. */
    private static Mat reduced(Mats mats, Mat picture, int whole) {
        if (whole == 1) {
            return picture;
        }
        Mat darkest = mats.create();
        var square = new Size(whole, whole);
        Imgproc.erode(picture, darkest, mats.own(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, square)));
        Mat reduced = mats.create();
        var size = new Size(Math.max(1, picture.cols() / whole), Math.max(1, picture.rows() / whole));
        Imgproc.resize(darkest, reduced, size, 0, 0, Imgproc.INTER_NEAREST);
        return reduced;
    }

    /** A level picture, and a mask of what is not beyond the picture that it was made of. */
    private record Level(Mat grey, Mat inside) {}

    private static Level levelled(Mats mats, Mat picture, Skew skew, double left, double top) {
        Mat back = mats.own(new Mat(2, 3, CvType.CV_64F));
        double share = 1 / (1 + skew.rows() * skew.columns());
        back.put(
                0,
                0,
                1 - skew.columns() * skew.rows() * share,
                -skew.columns() * share,
                skew.x(left, top),
                skew.rows() * share,
                share,
                skew.y(left, top));
        var size = new Size(
                picture.cols() + Math.abs(skew.columns()) * picture.rows(),
                picture.rows() + Math.abs(skew.rows()) * picture.cols());
        Mat grey = mats.create();
        int method = Imgproc.INTER_LINEAR | Imgproc.WARP_INVERSE_MAP;
        Imgproc.warpAffine(picture, grey, back, size, method, Core.BORDER_REPLICATE);
        Mat inside = mats.create();
        Mat all = mats.own(new Mat(picture.rows(), picture.cols(), CvType.CV_8UC1, new Scalar(255)));
        Imgproc.warpAffine(all, inside, back, size, Imgproc.INTER_NEAREST | Imgproc.WARP_INVERSE_MAP);
        return new Level(grey, inside);
    }

    private static Mat ink(Mats mats, Level level, double height) {
        Mat ink = mats.create();
        int window = 2 * (int) Math.ceil(height) + 1;
        Imgproc.adaptiveThreshold(
                level.grey, ink, 255, Imgproc.ADAPTIVE_THRESH_MEAN_C, Imgproc.THRESH_BINARY_INV, window, DARKER);
        Core.bitwise_and(ink, level.inside, ink);
        return ink;
    }

    /** Dark runs of that length: a mask with rows for lines across, and with columns for rows where they run down. */
    private static Mat runs(Mats mats, Mat ink, int length, boolean across) {
        Mat thick = mats.create();
        // A line that is not quite level goes on one pixel higher.
        var wider = across ? new Size(1, 3) : new Size(3, 1);
        Imgproc.dilate(ink, thick, mats.own(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, wider)));
        Mat runs = mats.create();
        var run = across ? new Size(length, 1) : new Size(1, length);
        Imgproc.morphologyEx(
                thick, runs, Imgproc.MORPH_OPEN, mats.own(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, run)));
        if (across) {
            return runs;
        }
        Mat turned = mats.create();
        Core.transpose(runs, turned);
        return turned;
    }

    private static List<RuledLine> inPicture(List<RuledLine> lines, double along, double off, int whole) {
        return lines.stream()
                .map(line -> new RuledLine(
                        (line.from() + along) * whole,
                        (line.to() + along) * whole,
                        (line.offset() - line.slope() * along + off) * whole,
                        line.slope()))
                .sorted(Comparator.comparingDouble(RuledLine::middle))
                .toList();
    }

    /** The pixels of one line, summed up. */
    private static final class Runs {
        private double count;
        private double along;
        private double off;
        private double alongAlong;
        private double alongOff;
        private double from = Double.POSITIVE_INFINITY;
        private double to = Double.NEGATIVE_INFINITY;

        /** The lines that a mask's connected components make, those of one course together. */
        static List<RuledLine> of(Mat mask, double own) {
            var pieces = new ArrayList<Runs>();
            try (var mats = new Mats()) {
                Mat components = mats.create();
                int count = Imgproc.connectedComponents(mask, components, 8, CvType.CV_32S);
                var row = new int[mask.cols()];
                for (int i = 1; i < count; i++) {
                    pieces.add(new Runs());
                }
                for (int y = 0; y < mask.rows(); y++) {
                    components.get(y, 0, row);
                    for (int x = 0; x < row.length; x++) {
                        if (row[x] > 0) {
                            pieces.get(row[x] - 1).add(x + 0.5, y + 0.5);
                        }
                    }
                }
            }
            pieces.sort(Comparator.comparingDouble((Runs piece) -> piece.from - piece.to));
            var lines = new ArrayList<Runs>();
            for (var piece : pieces) {
                lines.stream()
                        .filter(line ->
                                Math.abs(line.line(own).at(piece.along / piece.count) - piece.off / piece.count) < own)
                        .findFirst()
                        .ifPresentOrElse(line -> line.add(piece), () -> lines.add(piece));
            }
            return lines.stream().map(line -> line.line(own)).toList();
        }

        private void add(double atAlong, double atOff) {
            count++;
            along += atAlong;
            off += atOff;
            alongAlong += atAlong * atAlong;
            alongOff += atAlong * atOff;
            from = Math.min(from, atAlong);
            to = Math.max(to, atAlong);
        }

        private void add(Runs other) {
            count += other.count;
            along += other.along;
            off += other.off;
            alongAlong += other.alongAlong;
            alongOff += other.alongOff;
            from = Math.min(from, other.from);
            to = Math.max(to, other.to);
        }

        /** By least squares; a short piece hardly has a direction, so its own counts the less, the shorter it is. */
        RuledLine line(double own) {
            double short2 = count * own * own / (OWN * OWN);
            double slope = (alongOff - along * off / count) / (alongAlong - along * along / count + short2);
            return new RuledLine(from, to, off / count - slope * along / count, slope);
        }
    }
}
