package org.numberreader.training.strokes;

import java.util.List;
import org.numberreader.image.GrayImage;

/** Draws polylines with a round pen, antialiased, cropped to their ink; in Java, for a sign costs microseconds. */
final class StrokeCanvas {
    private final int width;
    private final int height;
    private final byte[] pixels;

    private StrokeCanvas(int width, int height) {
        this.width = width;
        this.height = height;
        this.pixels = new byte[width * height];
    }

    /**
     * Draws a sign.
     *
     * @param lines x and y by turns, in any unit
     * @param side the picture's longer side in pixels
     * @return 0 is paper, 255 is full ink
     */
    static GrayImage draw(List<float[]> lines, int side, Pen pen) {
        double left = extreme(lines, 0, -1);
        double top = extreme(lines, 1, -1);
        double wide = extreme(lines, 0, 1) - left;
        double high = extreme(lines, 1, 1) - top;
        double scale = Math.max(1, side - pen.width()) / Math.max(1, Math.max(wide, high));
        var canvas =
                new StrokeCanvas(pixels(wide * scale + pen.width(), side), pixels(high * scale + pen.width(), side));
        for (float[] line : lines) {
            for (int i = 0; i < line.length; i += 2) {
                line[i] = (float) ((line[i] - left) * scale + pen.width() / 2);
                line[i + 1] = (float) ((line[i + 1] - top) * scale + pen.width() / 2);
            }
            canvas.draw(line, pen);
        }
        return new GrayImage(canvas.width, canvas.height, canvas.pixels);
    }

    /** Draws a sign at a scale, and says where its ink stands. */
    static PlacedInk placed(List<float[]> lines, double scale, Pen pen) {
        double left = extreme(lines, 0, -1);
        double top = extreme(lines, 1, -1);
        int width = (int) Math.ceil((extreme(lines, 0, 1) - left) * scale + pen.width()) + 1;
        int height = (int) Math.ceil((extreme(lines, 1, 1) - top) * scale + pen.width()) + 1;
        var canvas = new StrokeCanvas(width, height);
        for (float[] line : lines) {
            for (int i = 0; i < line.length; i += 2) {
                line[i] = (float) ((line[i] - left) * scale + pen.width() / 2);
                line[i + 1] = (float) ((line[i + 1] - top) * scale + pen.width() / 2);
            }
            canvas.draw(line, pen);
        }
        return new PlacedInk(new GrayImage(width, height, canvas.pixels), top * scale - pen.width() / 2);
    }

    /** The shorter side of the lines' box as a share of the longer one. */
    static double narrowness(List<float[]> lines) {
        double wide = extreme(lines, 0, 1) - extreme(lines, 0, -1);
        double high = extreme(lines, 1, 1) - extreme(lines, 1, -1);
        return Math.min(wide, high) / Math.max(1, Math.max(wide, high));
    }

    private static int pixels(double length, int most) {
        return Math.max(1, Math.min(most, (int) Math.ceil(length)));
    }

    private static double extreme(List<float[]> lines, int axis, int sign) {
        double extreme = Double.NEGATIVE_INFINITY;
        for (float[] line : lines) {
            for (int i = axis; i < line.length; i += 2) {
                extreme = Math.max(extreme, sign * line[i]);
            }
        }
        return sign * extreme;
    }

    private void draw(float[] line, Pen pen) {
        int last = Math.max(1, line.length / 2 - 1);
        for (int i = 0; i + 3 < line.length; i += 2) {
            double along = i / 2.0 / last;
            if (pen.touches(along)) {
                segment(line, i, (float) pen.radius(along));
            }
        }
    }

    private void segment(float[] line, int at, float radius) {
        float reach = radius + 0.5f;
        int left = Math.max(0, (int) (Math.min(line[at], line[at + 2]) - reach));
        int right = Math.min(width - 1, (int) (Math.max(line[at], line[at + 2]) + reach));
        int top = Math.max(0, (int) (Math.min(line[at + 1], line[at + 3]) - reach));
        int bottom = Math.min(height - 1, (int) (Math.max(line[at + 1], line[at + 3]) + reach));
        float runX = line[at + 2] - line[at];
        float runY = line[at + 3] - line[at + 1];
        float inverse = 1 / Math.max(1e-6f, runX * runX + runY * runY);
        for (int y = top; y <= bottom; y++) {
            float fromY = y + 0.5f - line[at + 1];
            for (int x = left; x <= right; x++) {
                float fromX = x + 0.5f - line[at];
                float share = Math.max(0, Math.min(1, (fromX * runX + fromY * runY) * inverse));
                float awayX = fromX - share * runX;
                float awayY = fromY - share * runY;
                blacken(y * width + x, awayX * awayX + awayY * awayY, reach);
            }
        }
    }

    /** Full ink inside the pen, none outside, a ramp of one pixel at its edge. */
    private void blacken(int pixel, float squared, float reach) {
        if (squared >= reach * reach) {
            return;
        }
        float ink = Math.min(1, reach - (float) Math.sqrt(squared));
        int value = Math.round(255 * ink);
        if (value > (pixels[pixel] & 0xff)) {
            pixels[pixel] = (byte) value;
        }
    }
}
