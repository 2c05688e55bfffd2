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
        // By what each of the 256 levels becomes: a look-up a pixel costs a third of the arithmetic.
        float[] levels = levels(picture.histogram(0, 0, picture.width(), picture.height()), pixels.length);
        int width = picture.width();
        for (int y = 0; y < picture.height(); y++) {
            int to = offset + y * stride;
            int end = (y + 1) * width;
            for (int i = y * width; i < end; i++) {
                values[to++] = levels[pixels[i] & 0xff];
            }
        }
    }

    private static float[] levels(int[] histogram, int pixels) {
        long sum = 0;
        long squares = 0;
        for (int level = 0; level < histogram.length; level++) {
            sum += (long) histogram[level] * level;
            squares += (long) histogram[level] * level * level;
        }
        double mean = (double) sum / pixels;
        double spread = Math.sqrt(Math.max(0, (double) squares / pixels - mean * mean));
        float factor = (float) (1 / Math.max(LEAST_SPREAD, spread));
        var levels = new float[histogram.length];
        for (int level = 0; level < levels.length; level++) {
            levels[level] = (level - (float) mean) * factor;
        }
        return levels;
    }
}
