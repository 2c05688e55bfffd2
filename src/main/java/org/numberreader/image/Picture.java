package org.numberreader.image;

import java.util.List;

/**
 * A decoded picture: upright, grey, dark ink on light paper, at a size fit to work on.
 *
 * @param gray at working size, at most as large as the upload
 * @param width of the picture as uploaded, upright, in pixels
 * @param height of the same
 * @param warnings what is wrong with the file, a sentence each, though all of its pixels are there
 */
public record Picture(GrayImage gray, int width, int height, List<String> warnings) {
    public Picture {
        warnings = List.copyOf(warnings);
    }

    /** One that nothing is wrong with. */
    public Picture(GrayImage gray, int width, int height) {
        this(gray, width, height, List.of());
    }

    /** A picture that is worked on at its own size. */
    public static Picture of(GrayImage gray) {
        return new Picture(gray, gray.width(), gray.height());
    }

    /** How many pixels as uploaded one working pixel is wide. */
    public double scale() {
        return (double) width / gray.width();
    }
}
