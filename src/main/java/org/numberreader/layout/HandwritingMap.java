package org.numberreader.layout;

import org.numberreader.image.GrayImage;
import org.numberreader.image.Raster;

/**
 * For each cell of a picture how likely a row of numbers runs through it, or other handwriting, and how high the digits are.
 * Coordinates are cells; {@link #scale} leads back to the picture's pixels.
 */
public final class HandwritingMap {
    private static final int NUMBERS = 1;
    private static final int OTHER = 2;
    private static final int HEIGHT = 3;

    private final int width;
    private final int height;
    private final float[] numbers;
    private final float[] other;
    private final float[] heights;
    private final double unit;
    private final double scale;

    /**
     * @param output of the network: logits of background, numbers and other handwriting, and the logarithm of the height
     * @param unit the height whose logarithm is 0, in the picture's pixels
     * @param scale the picture's pixels a cell
     */
    public HandwritingMap(Raster output, double unit, double scale) {
        this.width = output.width();
        this.height = output.height();
        this.unit = unit;
        this.scale = scale;
        this.numbers = new float[width * height];
        this.other = new float[numbers.length];
        this.heights = new float[numbers.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double background = Math.exp(output.at(0, x, y));
                double number = Math.exp(output.at(NUMBERS, x, y));
                double else_ = Math.exp(output.at(OTHER, x, y));
                double sum = background + number + else_;
                int cell = y * width + x;
                numbers[cell] = (float) (number / sum);
                other[cell] = (float) (else_ / sum);
                heights[cell] = output.at(HEIGHT, x, y);
            }
        }
    }

    /** Cells from left to right. */
    public int width() {
        return width;
    }

    /** Cells from top to bottom. */
    public int height() {
        return height;
    }

    /** The picture's pixels a cell. */
    public double scale() {
        return scale;
    }

    /** The probability that a row of numbers runs through a cell. */
    public float numbers(int x, int y) {
        return numbers[y * width + x];
    }

    /** The probability that other handwriting does. */
    public float other(int x, int y) {
        return other[y * width + x];
    }

    /** How high the digits are there, in the picture's pixels, where there are any. */
    public float digitHeight(int x, int y) {
        return (float) (unit * Math.exp(heights[y * width + x]));
    }

    /** The probability of numbers as a picture, 255 is sure. */
    public GrayImage numbersImage() {
        return image(numbers);
    }

    /** The probability of other handwriting as a picture, 255 is sure. */
    public GrayImage otherImage() {
        return image(other);
    }

    private GrayImage image(float[] values) {
        var pixels = new byte[values.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.round(255 * values[i]);
        }
        return new GrayImage(width, height, pixels);
    }
}
