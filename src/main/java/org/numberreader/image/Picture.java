package org.numberreader.image;

/**
 * A decoded picture: upright, grey, dark ink on light paper, at a size fit to work on.
 *
 * @param gray at working size, at most as large as the upload
 * @param width of the picture as uploaded, upright, in pixels
 * @param height of the same
 */
public record Picture(GrayImage gray, int width, int height) {

    /** A picture that is worked on at its own size. */
    public static Picture of(GrayImage gray) {
        return new Picture(gray, gray.width(), gray.height());
    }

    /** How many pixels as uploaded one working pixel is wide. */
    public double scale() {
        return (double) width / gray.width();
    }
}
