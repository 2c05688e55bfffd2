package org.numberreader.layout;

import org.numberreader.image.Box;
import org.numberreader.image.GrayImage;
import org.numberreader.image.Mats;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * A text line cut out of its picture, turned upright and brought to one height.
 *
 * @param image grey, as high as was asked for
 * @param line where it was cut out
 * @param scale its pixels a pixel of the picture
 */
public record RectifiedLine(GrayImage image, TextLine line, double scale) {
    /** Beyond this width a line is cut off: none is longer than some 150 digits. */
    private static final int WIDEST = 4000;

    /** Below this scale pixels of the picture would be skipped. */
    private static final double LEAST_SCALE = 0.6;

    /** So many of the cut's pixels are averaged to one before: what is left to shrink is little. */
    private static final double AVERAGED = 0.8;

    /** In pixels of the cut. */
    private static final double ROUNDING = 1e-6;

    /**
     * Cuts a line out.
     *
     * @param height of the result in pixels
     * @param extent how high the cut is, in heights of the line's digits
     */
    public static RectifiedLine cut(GrayImage picture, TextLine line, int height, double extent) {
        double scale = height / (extent * line.height());
        int width = (int) Math.max(height / 2.0, Math.min(WIDEST, line.length() * scale));
        try (var mats = new Mats()) {
            Mat source = mats.of(picture);
            int reduced = 1;
            if (scale < LEAST_SCALE) {
                // warpAffine does not average: what it would skip is averaged before.
                reduced = (int) Math.max(1, Math.round(AVERAGED / scale));
                source = mats.reduced(source, reduced);
            }
            Mat cut = mats.create();
            Imgproc.warpAffine(
                    source,
                    cut,
                    back(mats, line, 1 / scale, extent * line.height() / 2, reduced),
                    new Size(width, height),
                    Imgproc.INTER_LINEAR | Imgproc.WARP_INVERSE_MAP,
                    Core.BORDER_REPLICATE);
            paperBeside(mats, cut, picture, line, scale);
            return new RectifiedLine(Mats.picture(cut), line, scale);
        }
    }

    /**
     * Puts paper where the cut lies beyond the left or the right edge of the picture. What touches the edge would go on there: a 1 that
     * a picture is cut off at would be a dark surface. Above and below, where nearly every cut reaches beyond a crop, the picture's
     * outermost pixels go on: with paper there, 10 of 934 exam boxes more are read, and 12 of 569 cheques and 7 of 194 marks fewer.
     */
    private static void paperBeside(Mats mats, Mat cut, GrayImage picture, TextLine line, double scale) {
        double[] along = {0, cut.cols() / scale};
        within(along, line.x(), line.cos(), picture.width());
        int from = (int) Math.min(cut.cols(), Math.ceil(along[0] * scale - ROUNDING));
        int to = (int) Math.max(from, Math.floor(along[1] * scale + ROUNDING));
        if (from > 0 || to < cut.cols()) {
            var paper = new Scalar(picture.medianOfEdge());
            mats.own(cut.colRange(0, from)).setTo(paper);
            mats.own(cut.colRange(to, cut.cols())).setTo(paper);
        }
    }

    /**
     * The transform from the cut to the picture.
     *
     * @param step the picture's pixels a pixel of the cut
     * @param above the cut's upper edge, from the line's middle
     * @param reduced what the picture has been divided by
     */
    private static Mat back(Mats mats, TextLine line, double step, double above, int reduced) {
        double originX = line.x() + line.sin() * above;
        double originY = line.y() - line.cos() * above;
        double across = line.cos() * step;
        double along = line.sin() * step;
        Mat transform = mats.own(new Mat(2, 3, CvType.CV_64F));
        transform.put(
                0,
                0,
                across / reduced,
                -along / reduced,
                originX / reduced,
                along / reduced,
                across / reduced,
                originY / reduced);
        return transform;
    }

    /**
     * The first and the last of its pixels, along it, that are in the picture: beside them there is paper, and above and below the
     * picture's edge goes on.
     *
     * @param picture from which it was cut out
     */
    public double[] inside(GrayImage picture) {
        double[] along = {0, image.width() / scale};
        within(along, line.x(), line.cos(), picture.width());
        within(along, line.y(), line.sin(), picture.height());
        return new double[] {along[0] * scale, Math.max(along[0], along[1]) * scale};
    }

    private static void within(double[] along, double start, double step, double end) {
        if (Math.abs(step) < 1e-9) {
            return;
        }
        double one = -start / step;
        double other = (end - start) / step;
        along[0] = Math.max(along[0], Math.min(one, other));
        along[1] = Math.min(along[1], Math.max(one, other));
    }

    /** The upright box in the picture around a box of this line's pixels. */
    public Box box(double fromX, double fromY, double toX, double toY) {
        double leftmost = Double.POSITIVE_INFINITY;
        double rightmost = Double.NEGATIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        double middleY = image.height() / 2.0;
        // The middles of the sides: of a tilted line the corners would make the box too large.
        double[][] points = {
            {fromX, (fromY + toY) / 2}, {toX, (fromY + toY) / 2}, {(fromX + toX) / 2, fromY}, {(fromX + toX) / 2, toY}
        };
        for (double[] point : points) {
            double along = point[0] / scale;
            double across = (point[1] - middleY) / scale;
            double x = line.x() + line.cos() * along - line.sin() * across;
            double y = line.y() + line.sin() * along + line.cos() * across;
            leftmost = Math.min(leftmost, x);
            rightmost = Math.max(rightmost, x);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
        }
        int x = (int) Math.floor(leftmost);
        int y = (int) Math.floor(top);
        return new Box(x, y, Math.max(1, (int) Math.ceil(rightmost) - x), Math.max(1, (int) Math.ceil(bottom) - y));
    }
}
