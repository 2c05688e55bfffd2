package org.numberreader.layout.ruling;

import org.numberreader.image.Box;

/**
 * How rows and columns lie in a picture, each straight and parallel: a place is <i>across</i> that far from the left, and
 * <i>down</i> that far from the top, once both are level. In the picture's pixels; the two differ where it was taken at an angle.
 *
 * @param rows how far a row falls, in pixels a pixel to the right
 * @param columns how far a column goes to the left, in pixels a pixel down
 */
public record Skew(double rows, double columns) {

    /** A picture turned clockwise: rows and columns stay square. */
    public static Skew turned(double tangent) {
        return new Skew(tangent, tangent);
    }

    /** The same rows with columns of their own. */
    public Skew withColumns(double own) {
        return new Skew(rows, own);
    }

    public double across(double x, double y) {
        return x + columns * y;
    }

    public double down(double x, double y) {
        return y - rows * x;
    }

    public double x(double across, double down) {
        return across - columns * y(across, down);
    }

    public double y(double across, double down) {
        return (down + rows * across) / (1 + rows * columns);
    }

    /** The upright box in the picture through the middles of a level one's sides: its corners would make it too large. */
    public Box box(double left, double top, double right, double bottom) {
        double middleAcross = (left + right) / 2;
        double middleDown = (top + bottom) / 2;
        double x = x(left, middleDown);
        double y = y(middleAcross, top);
        return new Box(
                (int) Math.round(x), (int) Math.round(y), (int) Math.max(1, Math.round(x(right, middleDown) - x)), (int)
                        Math.max(1, Math.round(y(middleAcross, bottom) - y)));
    }
}
