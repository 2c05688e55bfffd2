package org.numberreader.segmentation.rule;

import org.numberreader.image.GrayImage;
import org.numberreader.image.Natives;
import org.numberreader.segmentation.ink.Ink;

/** A picture of rectangles of ink. */
final class DrawnInk {
    static final int WIDTH = 400;
    static final int HEIGHT = 120;

    static {
        Natives.load();
    }

    private final byte[] pixels = new byte[WIDTH * HEIGHT];

    /** Fills what of a rectangle is in the picture. */
    void fill(int left, int top, int width, int height, int darkness) {
        for (int y = top; y < Math.min(HEIGHT, top + height); y++) {
            for (int x = left; x < Math.min(WIDTH, left + width); x++) {
                pixels[y * WIDTH + x] = (byte) darkness;
            }
        }
    }

    Ink of(double strokeWidth) {
        return new Ink(new GrayImage(WIDTH, HEIGHT, pixels), strokeWidth, 1);
    }

    /** Pixels that are not paper. */
    static int count(Ink ink) {
        int count = 0;
        for (byte pixel : ink.darkness().pixels()) {
            count += pixel == 0 ? 0 : 1;
        }
        return count;
    }
}
