package org.numberreader.layout;

import org.numberreader.image.GrayImage;

/** The ink of single symbols of a rectified line: what is darker than the paper around it. */
public final class LineInk {
    /** Darkness below this share of a full stroke is paper. */
    private static final double PAPER = 0.2;

    /** The paper is as light as this share of the pixels around a symbol at least. */
    private static final double LIGHT = 0.7;

    /** A full stroke is as dark as this share of the symbol's pixels. */
    private static final double DARK = 0.06;

    private LineInk() {}

    /**
     * The ink in a box of a line, cropped to what there is.
     *
     * @param line dark ink on light paper
     * @param left of the box, in the line's pixels; parts outside the line are left out
     * @return 0 is paper, 255 a full stroke; a single pixel of paper where there is no ink
     */
    public static GrayImage of(GrayImage line, double left, double top, double right, double bottom) {
        int fromX = clamp(Math.floor(left - 0.5), line.width() - 1);
        int toX = Math.max(fromX + 1, clamp(Math.ceil(right + 0.5), line.width()));
        int fromY = clamp(Math.floor(top - 1), line.height() - 1);
        int toY = Math.max(fromY + 1, clamp(Math.ceil(bottom + 1), line.height()));
        int around = (toY - fromY) / 3;
        double paper =
                level(line, Math.max(0, fromX - around), Math.min(line.width(), toX + around), fromY, toY, LIGHT);
        double stroke = level(line, fromX, toX, fromY, toY, DARK);
        byte[] inkOfLevel = inkOfLevel(paper, Math.max(8, paper - stroke));
        byte[] pixels = line.pixels();
        var ink = new byte[(toX - fromX) * (toY - fromY)];
        int at = 0;
        for (int y = fromY; y < toY; y++) {
            int end = y * line.width() + toX;
            for (int i = y * line.width() + fromX; i < end; i++) {
                ink[at++] = inkOfLevel[pixels[i] & 0xff];
            }
        }
        return cropped(new GrayImage(toX - fromX, toY - fromY, ink));
    }

    /** What each of the 256 grey levels becomes. */
    private static byte[] inkOfLevel(double paper, double contrast) {
        var ink = new byte[256];
        for (int level = 0; level < paper; level++) {
            double share = ((paper - level) / contrast - PAPER) / (1 - PAPER);
            ink[level] = (byte) (int) (255 * Math.max(0, Math.min(1, share)) + 0.5);
        }
        return ink;
    }

    /** What is left of an ink's picture when its empty sides are cut off. */
    private static GrayImage cropped(GrayImage ink) {
        int minX = ink.width();
        int minY = ink.height();
        int maxX = -1;
        int maxY = -1;
        for (int y = 0; y < ink.height(); y++) {
            for (int x = 0; x < ink.width(); x++) {
                if (ink.at(x, y) > 255 * PAPER) {
                    minX = Math.min(minX, x);
                    minY = Math.min(minY, y);
                    maxX = Math.max(maxX, x);
                    maxY = Math.max(maxY, y);
                }
            }
        }
        return maxX < 0
                ? new GrayImage(1, 1, new byte[1])
                : cropped(ink.pixels(), ink.width(), minX, minY, maxX + 1, maxY + 1);
    }

    /** The grey level that a share of a part's pixels is not lighter than. */
    private static int level(GrayImage line, int fromX, int toX, int fromY, int toY, double share) {
        int[] histogram = line.histogram(fromX, fromY, toX, toY);
        int before = (int) (share * ((toX - fromX) * (toY - fromY) - 1));
        int level = 0;
        for (int darker = histogram[0]; darker <= before; darker += histogram[level]) {
            level++;
        }
        return level;
    }

    private static GrayImage cropped(byte[] ink, int stride, int left, int top, int right, int bottom) {
        var pixels = new byte[(right - left) * (bottom - top)];
        for (int y = top; y < bottom; y++) {
            System.arraycopy(ink, y * stride + left, pixels, (y - top) * (right - left), right - left);
        }
        return new GrayImage(right - left, bottom - top, pixels);
    }

    private static int clamp(double value, int most) {
        return (int) Math.max(0, Math.min(most, value));
    }
}
