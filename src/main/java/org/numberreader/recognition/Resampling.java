package org.numberreader.recognition;

import org.numberreader.image.GrayImage;

/**
 * Scales a grey picture with a triangle filter whose width follows the scale: an average of the covered pixels when it
 * shrinks, linear interpolation when it grows.
 *
 * <p>In Java and not in OpenCV because a glyph is a few hundred pixels: a native call for each would cost more.
 */
final class Resampling {
    private Resampling() {}

    /** The picture at another size, values 0 to 255, row after row. */
    static float[] resize(GrayImage picture, int width, int height) {
        float[][] columns = weights(picture.width(), width);
        float[][] rows = weights(picture.height(), height);
        int[] columnStart = starts(picture.width(), width);
        int[] rowStart = starts(picture.height(), height);
        var narrow = new float[picture.height() * width];
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < width; x++) {
                float sum = 0;
                for (int i = 0; i < columns[x].length; i++) {
                    sum += columns[x][i] * picture.at(columnStart[x] + i, y);
                }
                narrow[y * width + x] = sum;
            }
        }
        var result = new float[height * width];
        for (int y = 0; y < height; y++) {
            for (int i = 0; i < rows[y].length; i++) {
                int source = (rowStart[y] + i) * width;
                for (int x = 0; x < width; x++) {
                    result[y * width + x] += rows[y][i] * narrow[source + x];
                }
            }
        }
        return result;
    }

    private static double support(int from, int to) {
        return Math.max(1.0, (double) from / to);
    }

    private static double centre(int from, int to, int index) {
        return (index + 0.5) * from / to;
    }

    private static int[] starts(int from, int to) {
        var starts = new int[to];
        for (int i = 0; i < to; i++) {
            starts[i] = Math.max(0, (int) Math.floor(centre(from, to, i) - support(from, to)));
        }
        return starts;
    }

    private static float[][] weights(int from, int to) {
        var weights = new float[to][];
        int[] starts = starts(from, to);
        double support = support(from, to);
        for (int i = 0; i < to; i++) {
            double centre = centre(from, to, i);
            int end = Math.min(from, (int) Math.ceil(centre + support));
            weights[i] = new float[end - starts[i]];
            double sum = 0;
            for (int j = starts[i]; j < end; j++) {
                double weight = Math.max(0, 1 - Math.abs(j + 0.5 - centre) / support);
                weights[i][j - starts[i]] = (float) weight;
                sum += weight;
            }
            for (int j = 0; j < weights[i].length; j++) {
                weights[i][j] = (float) (weights[i][j] / sum);
            }
        }
        return weights;
    }
}
