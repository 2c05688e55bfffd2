package org.numberreader.recognition;

import java.awt.image.BufferedImage;
import org.numberreader.DrawnNumbers;
import org.numberreader.image.GrayImage;

/** Drawn digits as ink: cropped, 0 is paper, 255 is ink. */
public final class Glyphs {
    private Glyphs() {}

    /** A digit's plain shape, about so many pixels high. */
    public static GrayImage digit(int digit, int height) {
        return ink(DrawnNumbers.plain(digit, height));
    }

    /** A digit's plain shape as the network sees it. */
    public static DigitFrame frame(int digit) {
        return DigitFrame.of(digit(digit, 80));
    }

    private static GrayImage ink(BufferedImage picture) {
        var raster = picture.getRaster();
        int left = picture.getWidth();
        int top = picture.getHeight();
        int right = 0;
        int bottom = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if (raster.getSample(x, y, 0) < 250) {
                    left = Math.min(left, x);
                    top = Math.min(top, y);
                    right = Math.max(right, x + 1);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        var pixels = new byte[(right - left) * (bottom - top)];
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                pixels[(y - top) * (right - left) + x - left] = (byte) (255 - raster.getSample(x, y, 0));
            }
        }
        return new GrayImage(right - left, bottom - top, pixels);
    }
}
