package org.numberreader.recognition;

import org.numberreader.image.GrayImage;

/**
 * One glyph as the network sees it: 28×28 pixels, 0 for paper to 255 for ink, made as MNIST's own pictures were made
 * (LeCun et al., 1998): the longer side scaled to 20 pixels with its aspect kept and antialiased, then placed so that
 * the centre of mass of the ink is the centre of the frame.
 */
public final class DigitFrame {
    /** The frame's side in pixels. */
    public static final int SIDE = 28;

    private static final int BOX = 20;

    private final byte[] pixels;

    private DigitFrame(byte[] pixels) {
        this.pixels = pixels;
    }

    /**
     * Takes pixels that are framed already, as MNIST's are.
     *
     * @param pixels 784 bytes, row after row, unsigned, 255 is ink; taken over without a copy
     */
    public static DigitFrame ofPixels(byte[] pixels) {
        if (pixels.length != SIDE * SIDE) {
            throw new IllegalArgumentException("784 pixels, not " + pixels.length);
        }
        return new DigitFrame(pixels);
    }

    /**
     * Takes pixels that are framed already, in 256 steps.
     *
     * @param values 784 values of 0 for paper to 1 for ink, from {@code offset}
     */
    public static DigitFrame ofValues(float[] values, int offset) {
        var pixels = new byte[SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.round(255 * values[offset + i]);
        }
        return new DigitFrame(pixels);
    }

    /**
     * Frames a glyph.
     *
     * @param ink the glyph, cropped to its ink; 0 is paper, 255 is full ink
     */
    public static DigitFrame of(GrayImage ink) {
        double scale = (double) BOX / Math.max(ink.width(), ink.height());
        int width = (int) Math.max(1, Math.round(ink.width() * scale));
        int height = (int) Math.max(1, Math.round(ink.height() * scale));
        float[] small = Resampling.resize(ink, width, height);
        double mass = 0;
        double massX = 0;
        double massY = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float value = small[y * width + x];
                mass += value;
                massX += value * x;
                massY += value * y;
            }
        }
        double centre = (SIDE - 1) / 2.0;
        int left = mass > 0 ? (int) Math.round(centre - massX / mass) : (SIDE - width) / 2;
        int top = mass > 0 ? (int) Math.round(centre - massY / mass) : (SIDE - height) / 2;
        return new DigitFrame(pasted(small, width, height, clamp(left, width), clamp(top, height)));
    }

    /**
     * The same glyph leaning more: its rows move, the further from the frame's middle the more, and what leaves the frame is
     * lost.
     *
     * @param lean how far they move, pixels a pixel of height: above 0 the upper ones go to the right and the lower ones to
     *     the left, below 0 the other way round
     */
    public DigitFrame leaning(double lean) {
        var leaning = new byte[SIDE * SIDE];
        for (int y = 0; y < SIDE; y++) {
            double from = lean * (y - (SIDE - 1) / 2.0);
            int whole = (int) Math.floor(from);
            double share = from - whole;
            for (int x = 0; x < SIDE; x++) {
                double value = (1 - share) * at(x + whole, y) + share * at(x + whole + 1, y);
                leaning[y * SIDE + x] = (byte) Math.round(value);
            }
        }
        return new DigitFrame(leaning);
    }

    private int at(int x, int y) {
        return x < 0 || x >= SIDE ? 0 : pixels[y * SIDE + x] & 0xff;
    }

    /** The frame's pixels as a picture, 255 is ink. */
    public GrayImage image() {
        return new GrayImage(SIDE, SIDE, pixels);
    }

    /** The frame's own 784 bytes, not a copy: to be read, not written. */
    public byte[] pixels() {
        return pixels;
    }

    private static int clamp(int offset, int size) {
        return Math.max(0, Math.min(SIDE - size, offset));
    }

    private static byte[] pasted(float[] small, int width, int height, int left, int top) {
        var pixels = new byte[SIDE * SIDE];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int value = Math.round(small[y * width + x]);
                pixels[(top + y) * SIDE + left + x] = (byte) Math.max(0, Math.min(255, value));
            }
        }
        return pixels;
    }
}
