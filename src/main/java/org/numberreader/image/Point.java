package org.numberreader.image;

/** A place in a picture, in pixels from its left upper corner. */
public record Point(int x, int y) {

    /** The same place in a picture {@code factor} times as large. */
    public Point scaled(double factor) {
        return new Point((int) Math.round(x * factor), (int) Math.round(y * factor));
    }
}
