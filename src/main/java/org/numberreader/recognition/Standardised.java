package org.numberreader.recognition;

import org.numberreader.image.GrayImage;

/** Grey levels at zero mean and unit spread: what the line recogniser and the handwriting map see of a picture. */
public final class Standardised {
    /** Spreads below it, in grey levels, are noise and are not raised to full strokes. */
    private static final double LEAST_SPREAD = 4;

    private Standardised() {}

    /**
     * Writes a picture's levels.
     *
     * @param values row after row, {@code stride} values a row, from {@code offset}; what is right of the picture stays
     */
    public static void into(GrayImage picture, float[] values, int offset, int stride) {
        byte[] pixels = picture.pixels();
        long sum = 0;
        long squares = 0;
        for (byte pixel : pixels) {
            int level = pixel & 0xff;
            sum += level;
            squares += (long) level * level;
        }
        double mean = (double) sum / pixels.length;
        double spread = Math.sqrt(Math.max(0, (double) squares / pixels.length - mean * mean));
        float factor = (float) (1 / Math.max(LEAST_SPREAD, spread));
        for (int y = 0; y < picture.height(); y++) {
            int from = y * picture.width();
            int to = offset + y * stride;
            for (int x = 0; x < picture.width(); x++) {
                values[to + x] = ((pixels[from + x] & 0xff) - (float) mean) * factor;
            }
        }
    }
}
