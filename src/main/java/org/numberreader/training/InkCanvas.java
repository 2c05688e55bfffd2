package org.numberreader.training;

import java.util.Arrays;
import java.util.Random;
import org.numberreader.image.GrayImage;
import org.numberreader.recognition.DigitFrame;

/** A sheet to put training ink on and to spoil it as paper, pens and cameras do; values 0 for paper to 255 for ink. */
final class InkCanvas {
    /** Canvas pixels a frame pixel: larger than the frame, so that framing it again is the same work as in reading. */
    static final double SCALE = 1.5;

    private static final float EDGE = 0.4f * 255;

    private final int width;
    private final int height;
    private float[] ink;

    InkCanvas(int width, int height) {
        this.width = width;
        this.height = height;
        this.ink = new float[width * height];
    }

    /**
     * Puts a frame on the canvas, over what is there.
     *
     * @param affine where a canvas pixel comes from in the frame: x = a[0] dx + a[1] dy, y = a[2] dx + a[3] dy from the
     *     centres
     */
    void paste(byte[] frame, double centreX, double centreY, double[] affine) {
        double middle = (DigitFrame.SIDE - 1) / 2.0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double dx = x - centreX;
                double dy = y - centreY;
                double value = Augmentation.interpolated(
                        frame, affine[0] * dx + affine[1] * dy + middle, affine[2] * dx + affine[3] * dy + middle);
                int at = y * width + x;
                ink[at] = Math.max(ink[at], (float) value);
            }
        }
    }

    /** Adds the outer columns of another canvas' ink beside this one's, as a cut that went a little wrong leaves them. */
    void addSliver(InkCanvas other, double side, int columns) {
        int own = side > 0 ? lastColumn() : firstColumn();
        int edge = side > 0 ? other.firstColumn() : other.lastColumn();
        for (int i = 0; i < columns; i++) {
            int to = own + (int) side * (i + 1);
            int from = edge + (int) side * i;
            for (int y = 0; y < height && to >= 0 && to < width && from >= 0 && from < width; y++) {
                ink[y * width + to] = Math.max(ink[y * width + to], other.ink[y * width + from]);
            }
        }
    }

    private int firstColumn() {
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                if (ink[y * width + x] > EDGE) {
                    return x;
                }
            }
        }
        return 0;
    }

    private int lastColumn() {
        for (int x = width - 1; x >= 0; x--) {
            for (int y = 0; y < height; y++) {
                if (ink[y * width + x] > EDGE) {
                    return x;
                }
            }
        }
        return width - 1;
    }

    /** Wipes the columns or rows outside a range. */
    void keep(int left, int top, int right, int bottom) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (x < left || x >= right || y < top || y >= bottom) {
                    ink[y * width + x] = 0;
                }
            }
        }
    }

    /** Sets a rectangle to a value. */
    void fill(int left, int top, int right, int bottom, float value) {
        for (int y = Math.max(0, top); y < Math.min(height, bottom); y++) {
            Arrays.fill(ink, y * width + Math.max(0, left), y * width + Math.min(width, Math.max(0, right)), value);
        }
    }

    /** Makes strokes thicker (above 0) or thinner (below 0): a share of a pixel on each side. */
    void thicken(double amount) {
        var next = new float[ink.length];
        float share = (float) Math.abs(amount);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float extreme = ink[y * width + x];
                for (int n = 0; n < 4; n++) {
                    float beside = at(x + (n == 0 ? 1 : n == 1 ? -1 : 0), y + (n == 2 ? 1 : n == 3 ? -1 : 0));
                    extreme = amount > 0 ? Math.max(extreme, beside) : Math.min(extreme, beside);
                }
                next[y * width + x] = (1 - share) * ink[y * width + x] + share * extreme;
            }
        }
        ink = next;
    }

    /** Blurs with a Gaussian of that deviation in canvas pixels. */
    void blur(double sigma) {
        int radius = (int) Math.ceil(2 * sigma);
        var kernel = new float[2 * radius + 1];
        float sum = 0;
        for (int i = -radius; i <= radius; i++) {
            kernel[i + radius] = (float) Math.exp(-i * i / (2 * sigma * sigma));
            sum += kernel[i + radius];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
        ink = convolved(convolved(ink, kernel, radius, 1, 0), kernel, radius, 0, 1);
    }

    private float[] convolved(float[] values, float[] kernel, int radius, int stepX, int stepY) {
        var next = new float[values.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float sum = 0;
                for (int i = -radius; i <= radius; i++) {
                    int nx = x + i * stepX;
                    int ny = y + i * stepY;
                    if (nx >= 0 && ny >= 0 && nx < width && ny < height) {
                        sum += kernel[i + radius] * values[ny * width + nx];
                    }
                }
                next[y * width + x] = sum;
            }
        }
        return next;
    }

    /** Adds noise of that deviation, coarser than a pixel as it is after a picture was brought up. */
    void grain(Random random, double deviation) {
        var noise = new float[ink.length];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) (random.nextGaussian() * deviation);
        }
        for (int y = 0; y < height - 1; y++) {
            for (int x = 0; x < width - 1; x++) {
                int i = y * width + x;
                ink[i] += (noise[i] + noise[i + 1] + noise[i + width] + noise[i + width + 1]) / 2;
            }
        }
    }

    /** Makes all ink darker or lighter by a factor. */
    void gain(double factor) {
        for (int i = 0; i < ink.length; i++) {
            ink[i] *= (float) factor;
        }
    }

    /**
     * What reading would make of the canvas: the ink above the edge with a rim of its grey, cropped and framed.
     *
     * @return null where no ink is left
     */
    @org.jspecify.annotations.Nullable
    DigitFrame framed() {
        int left = width;
        int top = height;
        int right = 0;
        int bottom = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (ink[y * width + x] > EDGE) {
                    left = Math.min(left, x);
                    top = Math.min(top, y);
                    right = Math.max(right, x + 1);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        if (right - left < 2 && bottom - top < 2) {
            return null;
        }
        return DigitFrame.of(cropped(left, top, right, bottom));
    }

    private GrayImage cropped(int left, int top, int right, int bottom) {
        var pixels = new byte[(right - left) * (bottom - top)];
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (nearInk(x, y)) {
                    float value = Math.max(0, Math.min(255, ink[y * width + x]));
                    pixels[(y - top) * (right - left) + x - left] = (byte) Math.round(value);
                }
            }
        }
        return new GrayImage(right - left, bottom - top, pixels);
    }

    private boolean nearInk(int x, int y) {
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                if (at(x + dx, y + dy) > EDGE) {
                    return true;
                }
            }
        }
        return false;
    }

    private float at(int x, int y) {
        return x < 0 || y < 0 || x >= width || y >= height ? 0 : ink[y * width + x];
    }
}
