package org.numberreader.training.scene;

import java.util.Random;
import org.numberreader.image.GrayImage;

/** One layer of a drawn picture: a float a pixel, row after row; 0 is nothing and 1 is full ink, or grey levels. */
final class Plane {
    private static final float[] GAUSSIANS = gaussians();

    final int width;
    final int height;
    final float[] values;

    Plane(int width, int height) {
        this.width = width;
        this.height = height;
        this.values = new float[width * height];
    }

    float at(int x, int y) {
        return x < 0 || y < 0 || x >= width || y >= height ? 0 : values[y * width + x];
    }

    /** Lays ink over what is there; the darker one stays. {@code ink}: 255 is full ink. */
    void lay(GrayImage ink, int left, int top, float strength) {
        byte[] pixels = ink.pixels();
        for (int y = Math.max(0, -top); y < Math.min(ink.height(), height - top); y++) {
            for (int x = Math.max(0, -left); x < Math.min(ink.width(), width - left); x++) {
                int at = (top + y) * width + left + x;
                values[at] = Math.max(values[at], strength * (pixels[y * ink.width() + x] & 0xff) / 255f);
            }
        }
    }

    /** Its ink, 255 is full. */
    GrayImage ink() {
        var pixels = new byte[values.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.round(255 * Math.max(0, Math.min(1, values[i])));
        }
        return new GrayImage(width, height, pixels);
    }

    /** Draws a straight stroke with a round pen, antialiased; {@code dash} 0 for none, or its length in pixels. */
    void stroke(double fromX, double fromY, double toX, double toY, double pen, float strength, double dash) {
        double reach = pen / 2 + 0.5;
        int left = (int) Math.max(0, Math.min(fromX, toX) - reach);
        int right = (int) Math.min(width - 1, Math.max(fromX, toX) + reach);
        int top = (int) Math.max(0, Math.min(fromY, toY) - reach);
        int bottom = (int) Math.min(height - 1, Math.max(fromY, toY) + reach);
        double runX = toX - fromX;
        double runY = toY - fromY;
        double length = Math.max(1e-6, Math.hypot(runX, runY));
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double along = ((x - fromX) * runX + (y - fromY) * runY) / length;
                if (dash > 0 && ((long) Math.floor(along / dash) & 1) == 1) {
                    continue;
                }
                double share = Math.max(0, Math.min(length, along)) / length;
                double away = Math.hypot(x - fromX - share * runX, y - fromY - share * runY);
                float ink = strength * (float) Math.min(1, reach - away);
                if (ink > values[y * width + x]) {
                    values[y * width + x] = ink;
                }
            }
        }
    }

    /** Draws a curve through points, x and y by turns. */
    void curve(double[] points, double pen, float strength) {
        for (int i = 0; i + 3 < points.length; i += 2) {
            stroke(points[i], points[i + 1], points[i + 2], points[i + 3], pen, strength, 0);
        }
    }

    /** The value between pixels. */
    float between(double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        float across = (float) (x - left);
        float along = (float) (y - top);
        float upper = at(left, top) * (1 - across) + at(left + 1, top) * across;
        float lower = at(left, top + 1) * (1 - across) + at(left + 1, top + 1) * across;
        return upper * (1 - along) + lower * along;
    }

    /** Blurs with a Gaussian of that deviation in pixels; the border's values go on outside. */
    Plane blurred(double sigma) {
        if (sigma < 0.2) {
            return this;
        }
        int radius = (int) Math.ceil(2.5 * sigma);
        var kernel = new float[2 * radius + 1];
        float sum = 0;
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (float) Math.exp(-(i - radius) * (i - radius) / (2 * sigma * sigma));
            sum += kernel[i];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
        return filtered(kernel, radius, true).filtered(kernel, radius, false);
    }

    private Plane filtered(float[] kernel, int radius, boolean across) {
        var result = new Plane(width, height);
        for (int y = 0; y < height; y++) {
            for (int i = -radius; i <= radius; i++) {
                float weight = kernel[i + radius];
                int row = across ? y : Math.max(0, Math.min(height - 1, y + i));
                for (int x = 0; x < width; x++) {
                    int column = across ? Math.max(0, Math.min(width - 1, x + i)) : x;
                    result.values[y * width + x] += weight * values[row * width + column];
                }
            }
        }
        return result;
    }

    /** The same at another size: bilinear when it grows, a mean of what is covered when it shrinks. */
    Plane resized(int newWidth, int newHeight) {
        var from = newWidth < width ? blurred(0.45 * (width / (double) newWidth - 0.5)) : this;
        var result = new Plane(newWidth, newHeight);
        for (int y = 0; y < newHeight; y++) {
            double row = Math.max(0, Math.min(height - 1.001, (y + 0.5) * height / newHeight - 0.5));
            for (int x = 0; x < newWidth; x++) {
                double column = Math.max(0, Math.min(width - 1.001, (x + 0.5) * width / newWidth - 0.5));
                result.values[y * newWidth + x] = from.between(column, row);
            }
        }
        return result;
    }

    /** Adds noise of that deviation, independent in each pixel. */
    void addNoise(double deviation, Random random) {
        int at = random.nextInt(GAUSSIANS.length);
        int step = 1 + 2 * random.nextInt(50);
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) deviation * GAUSSIANS[at];
            at = (at + step) & (GAUSSIANS.length - 1);
        }
    }

    /** Noise of about that deviation whose spots are {@code grain} pixels large. */
    static Plane noise(int width, int height, double deviation, double grain, Random random) {
        double shrink = Math.max(1, grain);
        var small = new Plane((int) (width / shrink) + 3, (int) (height / shrink) + 3);
        small.addNoise(deviation, random);
        return shrink == 1 ? small.resized(width, height) : small.blurred(0.6).resized(width, height);
    }

    /** Rounded to 8 bits. */
    GrayImage picture() {
        var pixels = new byte[values.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.max(0, Math.min(255, Math.round(values[i])));
        }
        return new GrayImage(width, height, pixels);
    }

    private static float[] gaussians() {
        var random = new Random(1);
        var numbers = new float[1 << 17];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }
}
