package org.numberreader.image;

/** An upright rectangle in pixels: its left upper corner and its sides. */
public record Box(int x, int y, int width, int height) {

    /** The first column right of the box. */
    public int right() {
        return x + width;
    }

    /** The first row below the box. */
    public int bottom() {
        return y + height;
    }

    /** Whether a pixel is in the box. */
    public boolean contains(int column, int row) {
        return column >= x && column < right() && row >= y && row < bottom();
    }

    /** The smallest box that holds both. */
    public Box union(Box other) {
        int left = Math.min(x, other.x);
        int top = Math.min(y, other.y);
        return new Box(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    /** The same box in a picture {@code factor} times as large. */
    public Box scaled(double factor) {
        int left = (int) Math.round(x * factor);
        int top = (int) Math.round(y * factor);
        return new Box(
                left,
                top,
                Math.max(1, (int) Math.round(right() * factor) - left),
                Math.max(1, (int) Math.round(bottom() * factor) - top));
    }
}
