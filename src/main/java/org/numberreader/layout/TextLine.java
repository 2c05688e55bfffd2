package org.numberreader.layout;

import org.numberreader.image.GrayImage;

/**
 * A line of handwriting that may hold numbers, in the picture's pixels.
 *
 * @param x the middle of its left end
 * @param y the same
 * @param length from there along the line
 * @param angle of the line, in radians, clockwise from the horizontal
 * @param height of its digits
 * @param found how sure the map is that it is one, 0 to 1; 0 where nothing was found and all of the picture is taken for a line
 */
public record TextLine(double x, double y, double length, double angle, double height, double found) {

    double cos() {
        return Math.cos(angle);
    }

    double sin() {
        return Math.sin(angle);
    }

    /**
     * The same line, longer.
     *
     * @param before how much at its left end, in the picture's pixels
     * @param behind the same at its right end
     */
    public TextLine extended(double before, double behind) {
        return new TextLine(x - cos() * before, y - sin() * before, length + before + behind, angle, height, found);
    }

    /** Whether its left end is in the picture. */
    public boolean startsInside(GrayImage picture) {
        return isInside(x, y, picture);
    }

    /** Whether its right end is in the picture. */
    public boolean endsInside(GrayImage picture) {
        return isInside(x + cos() * length, y + sin() * length, picture);
    }

    private static boolean isInside(double x, double y, GrayImage picture) {
        return x > 0 && y > 0 && x < picture.width() && y < picture.height();
    }

    /** The line's middle. */
    double middleX() {
        return x + cos() * length / 2;
    }

    /** The same. */
    double middleY() {
        return y + sin() * length / 2;
    }
}
