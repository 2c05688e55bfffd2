package org.numberreader.layout;

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

    /** The line's middle. */
    double middleX() {
        return x + cos() * length / 2;
    }

    /** The same. */
    double middleY() {
        return y + sin() * length / 2;
    }
}
