package org.numberreader.layout;

import java.util.List;
import org.numberreader.image.GrayImage;
import org.numberreader.image.Point;

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
        return ContourFollower.longest(mask).stream()
                .map(point -> new Point(point.x() + x, point.y() + y).scaled(back))
                .toList();
    }
}
