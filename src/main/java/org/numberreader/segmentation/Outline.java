package org.numberreader.segmentation;

import java.util.ArrayList;
import java.util.List;
import org.numberreader.image.GrayImage;
import org.numberreader.image.Mats;
import org.numberreader.image.Point;
import org.opencv.core.MatOfPoint;
import org.opencv.imgproc.Imgproc;

/**
 * The shape of a glyph, whose contour is followed when it is asked for: most candidates are not what is read, and most
 * callers want the digits alone.
 *
 * @param mask not 0 where the glyph is
 * @param x the mask's left column in the ink
 * @param y its upper row
 * @param back from pixels of the ink to those that the contour is wanted in
 */
public record Outline(GrayImage mask, int x, int y, double back) {

    /** The same shape in a picture {@code factor} times as large. */
    public Outline scaled(double factor) {
        return new Outline(mask, x, y, back * factor);
    }

    /** The contour of its largest part. */
    public List<Point> contour() {
        try (var mats = new Mats()) {
            var found = new ArrayList<MatOfPoint>();
            Imgproc.findContours(
                    mats.of(mask), found, mats.create(), Imgproc.RETR_EXTERNAL, Imgproc.CHAIN_APPROX_SIMPLE);
            found.forEach(mats::own);
            org.opencv.core.Point[] largest = {};
            for (var contour : found) {
                var points = contour.toArray();
                largest = points.length > largest.length ? points : largest;
            }
            var points = new ArrayList<Point>(largest.length);
            for (var point : largest) {
                points.add(new Point((int) point.x + x, (int) point.y + y).scaled(back));
            }
            return points;
        }
    }
}
