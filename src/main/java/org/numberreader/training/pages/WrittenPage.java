package org.numberreader.training.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.numberreader.image.GrayImage;

/** Ink on a page that still knows which sign each of its pixels is of. */
final class WrittenPage {
    /** No sign: paper, a ruled line, a frame. */
    static final int NOBODY = -1;

    /** A pixel is of a sign that gives it more than this share of full ink. */
    private static final double OWNED = 0.3;

    private final int width;
    private final int height;
    private final float[] ink;
    private final short[] owners;
    private final List<Integer> labels = new ArrayList<>();

    WrittenPage(int width, int height) {
        this.width = width;
        this.height = height;
        this.ink = new float[width * height];
        this.owners = new short[width * height];
        Arrays.fill(owners, (short) NOBODY);
    }

    /**
     * Writes a sign.
     *
     * @param sign cropped to its ink, 255 is full ink
     * @param label its digit, or 10
     * @param x the page's column of its centre
     * @param y the page's row of its centre
     * @param tall pixels of the page that it is high before it is turned
     * @param turn in radians, clockwise
     * @param lean horizontal, pixels a pixel of height, to the right
     */
    void write(GrayImage sign, int label, double x, double y, double tall, double turn, double lean) {
        int owner = labels.size();
        labels.add(label);
        double scale = sign.height() / tall;
        double cos = Math.cos(turn) * scale;
        double sin = Math.sin(turn) * scale;
        double reach = (Math.hypot(sign.width(), sign.height()) + Math.abs(lean) * sign.height()) / scale / 2 + 2;
        for (int row = (int) Math.max(0, y - reach); row < Math.min(height, y + reach); row++) {
            for (int column = (int) Math.max(0, x - reach); column < Math.min(width, x + reach); column++) {
                double right = column - x;
                double down = row - y;
                double fromY = cos * down - sin * right;
                double fromX = cos * right + sin * down + lean * fromY;
                double share = at(sign, fromX + sign.width() / 2.0 - 0.5, fromY + sign.height() / 2.0 - 0.5) / 255;
                int pixel = row * width + column;
                if (share > ink[pixel]) {
                    ink[pixel] = (float) share;
                    if (share > OWNED) {
                        owners[pixel] = (short) owner;
                    }
                }
            }
        }
    }

    /** Draws a straight line that is nobody's, between two points, its darkness as a share of full ink. */
    void line(double fromX, double fromY, double toX, double toY, double thick, double darkness) {
        double runX = toX - fromX;
        double runY = toY - fromY;
        double length = runX * runX + runY * runY;
        double reach = thick / 2 + 1;
        int top = (int) Math.max(0, Math.min(fromY, toY) - reach);
        int bottom = (int) Math.min(height - 1, Math.max(fromY, toY) + reach);
        int left = (int) Math.max(0, Math.min(fromX, toX) - reach);
        int right = (int) Math.min(width - 1, Math.max(fromX, toX) + reach);
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double along = ((column - fromX) * runX + (row - fromY) * runY) / length;
                double nearest = Math.max(0, Math.min(1, along));
                double away = Math.hypot(column - fromX - nearest * runX, row - fromY - nearest * runY);
                double share = darkness * Math.max(0, Math.min(1, thick / 2 + 0.5 - away));
                ink[row * width + column] = Math.max(ink[row * width + column], (float) share);
            }
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** The share of full ink at a pixel. */
    float inkAt(int pixel) {
        return ink[pixel];
    }

    /** The number of the sign whose ink is at a place, or {@link #NOBODY}. */
    int ownerAt(int x, int y) {
        return x < 0 || y < 0 || x >= width || y >= height ? NOBODY : owners[y * width + x];
    }

    /** The signs' labels, in the order in which they were written. */
    List<Integer> labels() {
        return labels;
    }

    /** How many pixels each sign owns. */
    int[] areas() {
        var areas = new int[labels.size()];
        for (short owner : owners) {
            if (owner != NOBODY) {
                areas[owner]++;
            }
        }
        return areas;
    }

    private static double at(GrayImage sign, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double across = x - left;
        double along = y - top;
        double upper = pixel(sign, left, top) * (1 - across) + pixel(sign, left + 1, top) * across;
        double lower = pixel(sign, left, top + 1) * (1 - across) + pixel(sign, left + 1, top + 1) * across;
        return upper * (1 - along) + lower * along;
    }

    private static int pixel(GrayImage sign, int x, int y) {
        return x < 0 || y < 0 || x >= sign.width() || y >= sign.height() ? 0 : sign.at(x, y);
    }
}
